import { collapsePatterns } from '#shared/lifetime/buyingPatterns'
import { customerEquity } from '#shared/lifetime/customerEquity'
import { expectedOrders } from '#shared/lifetime/expectedOrders'
import { fitOrders } from '#shared/lifetime/fitModels'
import { fitLifetime } from '#shared/lifetime/lifetimeModel'
import { summariseOrders } from '#shared/lifetime/orderHistory'
import { CDNOW_FITTED_UNTIL, CDNOW_UNTIL, readCdnow } from './cdnow'
import { simulateCustomers } from './simulatedCustomers'
import { type Ratio, ratioOf } from './statistics'
import { timedAtOnce } from './timed'

const ROUNDS = 3
const SEED = 'bench'
const HOLDOUT_WEEKS = 39
const OUTLOOK = { horizonWeeks: 156, base: 'USD', seed: SEED }
/** A trade of some thousand dollars an order over ten years, in which half of the customers come back. */
const TRADE = {
  orders: { r: 0.25, alphaWeeks: 15, a: 0.9, b: 3 },
  values: { p: 4, q: 3, gammaMinor: 500_000 },
}
/** Fader, Hardie & Lee 2005, table 2; Fader & Hardie 2013, page 6 (amounts in dollars). */
const PUBLISHED = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, LL: -9582.4, p: 6.25, q: 3.74, gamma: 15.44 }

/** What our fit finds on CDNOW beside the published values, and how well it foretells the next 39 weeks. */
export function cdnowTable(): string {
  const histories = readCdnow()
  const summaries = summariseOrders(histories, CDNOW_FITTED_UNTIL)
  const model = known(fitLifetime(summaries, { seed: SEED }))
  const { orders, values, fittedOn } = model
  const ours: Record<keyof typeof PUBLISHED, number> = {
    ...{ r: orders.r, alpha: orders.alphaWeeks, a: orders.a, b: orders.b },
    ...{ LL: fittedOn.orderLogLikelihood, p: values.p, q: values.q, gamma: values.gammaMinor / 100 },
  }
  const rows = Object.entries(PUBLISHED).map(
    ([name, published]) =>
      `${name.padEnd(8)}${ours[name as keyof typeof PUBLISHED].toFixed(4).padStart(12)}${String(published).padStart(12)}`,
  )
  const came = repeats(summariseOrders(histories, CDNOW_UNTIL)) - repeats(summaries)
  const foretold = summaries.reduce((sum, one) => sum + expectedOrders(orders, one, HOLDOUT_WEEKS), 0)
  const sums = `${fittedOn.customers} customers, ${fittedOn.repeatCustomers} of them repeat customers`
  return [
    `CDNOW   ${'ours'.padStart(12)}${'published'.padStart(12)}`,
    ...rows,
    `${sums}; orders of the next ${HOLDOUT_WEEKS} weeks: ${foretold.toFixed(0)} foretold, ${came} came`,
  ].join('\n')
}

/** Fitting a large notebook, against a tenth of it, against rows that are not collapsed, and with its ranges. */
export function benchLtv(customers: number, say: (line: string) => void): Ratio[] {
  const simulation = { customers, model: TRADE, weeks: 520, seed: SEED }
  const large = simulateCustomers(simulation)
  const tenth = large.slice(0, Math.floor(customers / 10))
  const single = large.map((summary) => ({ ...summary, customers: 1 }))
  const pointFit = (summaries: typeof large) => {
    const { rows } = collapsePatterns(summaries)
    return fitOrders(
      rows,
      rows.map((row) => row.customers),
    )
  }
  const back = large.filter(({ repeatOrders }) => repeatOrders > 0).length
  say(`${customers} simulated customers, ${back} came back: ${collapsePatterns(large).rows.length} rows`)
  const growth: { measured: number; control: number }[] = []
  const collapsed: { measured: number; control: number }[] = []
  const whole: { measured: number; control: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const control = timedAtOnce(() => pointFit(tenth))
    const measured = timedAtOnce(() => pointFit(large))
    growth.push({ measured, control })
    collapsed.push({
      measured,
      control: timedAtOnce(() => fitOrders(single, new Float64Array(customers).fill(1))),
    })
    const withRanges = timedAtOnce(() => {
      const model = known(fitLifetime(large, { seed: SEED }))
      known(customerEquity(model, large, OUTLOOK))
    })
    whole.push({ measured: withRanges, control: measured })
  }
  return [
    ratioOf(`BG/NBD fit on ${customers} against ${tenth.length} customers`, growth),
    ratioOf(`the same with equal customers collapsed against one row each`, collapsed),
    ratioOf(`both models, 200 resamples and equity against the one fit`, whole),
  ]
}

function known<T>(figure: { readonly value: T | undefined }): T {
  if (figure.value === undefined) throw new Error('no figure where there must be one')
  return figure.value
}

function repeats(summaries: readonly { readonly repeatOrders: number }[]): number {
  return summaries.reduce((sum, { repeatOrders }) => sum + repeatOrders, 0)
}
