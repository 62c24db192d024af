import type { ImportCost, ImportCounts, ImportFigure } from './domainParts'
import { figureKey } from './figureKey'
import type { ImportRecord } from './importRecord'

/**
 * Rows of one name and period made one: networks repeat a campaign for each placement. Money and counts are added;
 * visitors are left out of a sum, since one person visits twice. Amounts in two currencies are never added: the second
 * stays a line of its own under its currency's name. Order: that of the first row of each.
 */
export function sumFigures(records: readonly ImportRecord[]): ImportRecord[] {
  const sums = new Map<string, ImportRecord>()
  for (const record of records) {
    if (record.figure === undefined) continue
    const figure = withCurrency(record.figure, sums)
    const key = figureKey(figure)
    const before = sums.get(key)
    sums.set(
      key,
      before?.figure === undefined
        ? { ...record, figure }
        : { ...before, figure: added(before.figure, figure) },
    )
  }
  return [...sums.values()]
}

function withCurrency(figure: ImportFigure, sums: ReadonlyMap<string, ImportRecord>): ImportFigure {
  const currency = figure.cost?.amount.currency
  const known = sums.get(figureKey(figure))?.figure?.cost?.amount.currency
  if (currency === undefined || known === undefined || known === currency) return figure
  return { ...figure, name: { ...figure.name, subject: `${figure.name.subject} (${currency})` } }
}

function added(a: ImportFigure, b: ImportFigure): ImportFigure {
  const cost = a.cost === undefined || b.cost === undefined ? (a.cost ?? b.cost) : addCosts(a.cost, b.cost)
  const counts =
    a.counts === undefined || b.counts === undefined ? (a.counts ?? b.counts) : addCounts(a.counts, b.counts)
  return {
    name: a.name,
    period: a.period,
    ...(cost === undefined ? {} : { cost }),
    ...(counts === undefined ? {} : { counts }),
  }
}

function addCosts(a: ImportCost, b: ImportCost): ImportCost {
  return { ...a, amount: { ...a.amount, minor: a.amount.minor + b.amount.minor } }
}

function addCounts(a: ImportCounts, b: ImportCounts): ImportCounts {
  const { visitors: _a, revenue: revenueA, ...left } = a
  const { visitors: _b, revenue: revenueB, ...right } = b
  const sums: { -readonly [K in keyof ImportCounts]: ImportCounts[K] } = { ...left }
  for (const [name, count] of Object.entries(right) as [keyof typeof right, number][])
    sums[name] = (left[name] ?? 0) + count
  if (revenueA?.currency === revenueB?.currency && revenueA !== undefined && revenueB !== undefined)
    sums.revenue = { ...revenueA, minor: revenueA.minor + revenueB.minor }
  return sums
}
