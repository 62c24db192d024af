import type { ModelPair } from '#shared/lifetime/lifetimeModel'
import { type OrderSummary, WEEK_DAYS } from '#shared/lifetime/orderHistory'
import { type Random, randomFrom } from '#shared/sample/random'

/** A notebook to be simulated. */
export interface Simulation {
  readonly customers: number
  /** How customers behave; the fit should find it again. */
  readonly model: ModelPair
  /** Customers come evenly over so many weeks until today. */
  readonly weeks: number
  readonly seed: string
}

/**
 * Customers who behave exactly as the models say, seen by the day as in a notebook: each with a rate of its own, a
 * chance of its own to leave after an order, and a mean order value of its own.
 */
export function simulateCustomers({ customers, model, weeks, seed }: Simulation): OrderSummary[] {
  const random = randomFrom(seed)
  const { orders, values } = model
  return Array.from({ length: customers }, (_, at): OrderSummary => {
    const observedDays = Math.floor(share(random) * weeks * WEEK_DAYS)
    const dailyRate = gammaDraw(random, orders.r) / orders.alphaWeeks / WEEK_DAYS
    const [leaving, staying] = [gammaDraw(random, orders.a), gammaDraw(random, orders.b)]
    const leaves = leaving / (leaving + staying)
    const valueRate = gammaDraw(random, values.q) / values.gammaMinor
    const days = new Set<number>()
    for (
      let day = nextDay(random, 0, dailyRate);
      day <= observedDays;
      day = nextDay(random, day, dailyRate)
    ) {
      days.add(Math.ceil(day))
      if (share(random) < leaves) break
    }
    const within = [...days].filter((day) => day <= observedDays)
    const valueMinor = within.reduce(
      (sum) => sum + Math.max(1, Math.round(gammaDraw(random, values.p) / valueRate)),
      0,
    )
    return {
      customerId: `simulated-${at}`,
      repeatOrders: within.length,
      lastRepeatWeeks: Math.max(0, ...within) / WEEK_DAYS,
      observedWeeks: observedDays / WEEK_DAYS,
      valuedOrders: within.length,
      valueMinor,
    }
  })
}

/** Between 0 and 1, never either. */
function share(random: Random): number {
  return (random.next() + 0.5) / 2 ** 32
}

function nextDay(random: Random, day: number, dailyRate: number): number {
  return day - Math.log(share(random)) / dailyRate
}

/** A draw from the gamma distribution of scale 1: Marsaglia & Tsang, ACM TOMS 26 (2000). */
function gammaDraw(random: Random, shape: number): number {
  if (shape < 1) return gammaDraw(random, shape + 1) * share(random) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(share(random))) * Math.cos(2 * Math.PI * share(random))
    const cube = (1 + c * normal) ** 3
    if (cube > 0 && Math.log(share(random)) < (normal * normal) / 2 + d - d * cube + d * Math.log(cube)) {
      return d * cube
    }
  }
}
