import { expect, test } from 'vitest'
import type { ImportFigure } from '#shared/importing/domainParts'
import type { ImportRecord } from '#shared/importing/importRecord'
import { PlainNotebook, planFile, tally } from '../plan/planning'

const FAIR = '0190b6f2-7b1c-7c33-8f5e-ffffffffffff'

function spent(minor: number, period: ImportFigure['period'], subject = 'Search'): ImportRecord {
  return {
    row: 1,
    handles: [],
    channel: 'google-ads',
    figure: {
      name: { book: 'google-ads', level: 'campaign', subject },
      period,
      ...(minor === 0
        ? {}
        : { cost: { amount: { minor, currency: 'USD' }, category: 'ads', campaign: subject } }),
      counts: { impressions: 10, clicks: 1 },
    },
    extra: {},
  }
}

const SEPTEMBER = { from: '2026-09-01', to: '2026-09-30' }
const FIRST = { from: '2026-09-01', to: '2026-09-01' }

function take(notebook: PlainNotebook, records: ImportRecord[], options = {}): Record<string, number> {
  const { rows, changes } = planFile(notebook, records, { format: 'google-ads', ...options })
  notebook.apply(changes)
  return tally(rows)
}

test('a period is a cost over its days and a line of counts, at the channel of its source', () => {
  const notebook = new PlainNotebook()
  expect(take(notebook, [spent(120_450, SEPTEMBER)])).toEqual({ new: 1 })
  const [channel] = notebook.all('channels')
  expect(channel).toMatchObject({ name: 'Google Ads', kind: 'ads', ownership: 'rented' })
  expect(notebook.all('costs')).toMatchObject([
    {
      category: 'ads',
      amount: { minor: 120_450, currency: 'USD' },
      on: '2026-09-30',
      coversFrom: '2026-09-01',
      coversTo: '2026-09-30',
      campaign: 'Search',
      channelId: channel?.id,
      origin: 'import',
    },
  ])
  expect(notebook.all('traffic')).toMatchObject([
    { what: 'Search', from: '2026-09-01', to: '2026-09-30', impressions: 10, clicks: 1 },
  ])
})

test('the same days again replace the money, and keep what the person made of the line', () => {
  const notebook = new PlainNotebook()
  take(notebook, [spent(100, SEPTEMBER)])
  const [cost] = notebook.all('costs')
  if (cost === undefined) throw new Error('no cost')
  const after = { ...cost, rev: 2, category: 'content' as const, touchpointId: FAIR, note: 'the film' }
  notebook.apply([{ table: 'costs', id: cost.id, before: {}, after }])
  expect(take(notebook, [spent(250, SEPTEMBER)])).toEqual({ update: 1 })
  expect(notebook.all('costs')).toMatchObject([
    { amount: { minor: 250 }, category: 'content', touchpointId: FAIR, note: 'the film' },
  ])
  expect(take(notebook, [spent(250, SEPTEMBER)])).toEqual({ same: 1 })
})

test('days that come again divided otherwise are held back, and taken when the person says so', () => {
  const notebook = new PlainNotebook()
  take(notebook, [spent(3000, SEPTEMBER)])
  expect(take(notebook, [spent(100, FIRST)])).toEqual({ duplicate: 1 })
  expect(notebook.all('costs')).toHaveLength(1)
  expect(take(notebook, [spent(100, FIRST)], { duplicates: 'new' })).toEqual({ new: 1 })
  const october = { from: '2026-10-01', to: '2026-10-31' }
  expect(take(notebook, [spent(100, october)])).toEqual({ new: 1 })
})

test('money that a network takes back for a period goes, and zero is never a cost', () => {
  const notebook = new PlainNotebook()
  expect(take(notebook, [spent(0, SEPTEMBER)])).toEqual({ new: 1 })
  expect(notebook.all('costs')).toEqual([])
  take(notebook, [spent(500, SEPTEMBER)])
  expect(notebook.all('costs')).toHaveLength(1)
  expect(take(notebook, [spent(0, SEPTEMBER)])).toEqual({ update: 1 })
  expect(notebook.all('costs')).toEqual([])
})

test('figures belong where the person says', () => {
  const notebook = new PlainNotebook()
  take(notebook, [spent(100, SEPTEMBER)], { chosen: { touchpointId: FAIR } })
  expect(notebook.all('costs')).toMatchObject([{ touchpointId: FAIR }])
  expect(notebook.all('channels')).toEqual([])
})
