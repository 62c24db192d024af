import { describe, expect, test } from 'vitest'
import { ErasureCleaner } from '#shared/erasing/cleaner'
import type { ErasureRequest, ErasureSubject } from '#shared/erasing/request'
import { beginScope, type ErasureScope, scopeSize, widenScope } from '#shared/erasing/scope'
import { SCHEMA_VERSION } from '#shared/records/record'
import { tableSchemas } from '#shared/records/tables'
import type { LoggedRow, SnapshotLine } from '#shared/snapshot/lines'
import { customer, interaction, person } from '../../../build/freeze/wholeParts'
import { wholeRecords } from '../../../build/freeze/wholeRecords'

const AT = 1_763_650_000_000
type RecordLine = Extract<SnapshotLine, { kind: 'record' }>

/** One record of every table, nothing left out, and a deleted one beside it. */
const LINES: readonly RecordLine[] = wholeRecords(SCHEMA_VERSION).map(({ table, record }) => ({
  kind: 'record',
  table,
  record: record as unknown as RecordLine['record'],
}))

function wholeScope(subject: ErasureSubject, lines: readonly SnapshotLine[] = LINES): ErasureScope {
  const scope = beginScope(subject)
  for (let before = -1; before !== scopeSize(scope); ) {
    before = scopeSize(scope)
    for (const line of lines) if (line.kind === 'record') widenScope(scope, line.table, line.record)
  }
  return scope
}

function erase(
  subject: ErasureSubject,
  wish: Partial<ErasureRequest> = {},
  lines: readonly SnapshotLine[] = LINES,
) {
  const request = { keepsFigures: true, alsoElsewhere: true, shellName: 'Erased customer', ...wish }
  const freshIds = new Map<string, string>()
  const cleaner = new ErasureCleaner({
    scope: wholeScope(subject, lines),
    request,
    at: AT,
    freshId: (id) => {
      const fresh = freshIds.get(id) ?? `0199ffff-0000-7000-8000-${String(freshIds.size).padStart(12, '0')}`
      freshIds.set(id, fresh)
      return fresh
    },
  })
  const cleaned = lines.flatMap((line) => cleaner.clean(line) ?? [])
  return { cleaner, cleaned, text: JSON.stringify(cleaned) }
}

const NAMED = /Araucaria|araucaria|王思远|Wang Siyuan|Siyuan Wang|valentina|56955500142|5550 0142/

describe('a page that is erased', () => {
  test.each([true, false])('names nobody of it any more in any table, figures kept: %s', (keepsFigures) => {
    expect(JSON.stringify(LINES)).toMatch(NAMED)
    const { text } = erase({ kind: 'customer', id: customer }, { keepsFigures })
    expect(text).not.toMatch(NAMED)
    expect(text).not.toContain(customer)
    expect(text).not.toContain(person)
  })

  test('leaves records that are whole by their schema', () => {
    for (const line of erase({ kind: 'customer', id: customer }).cleaned)
      if (line.kind === 'record')
        expect(tableSchemas[line.table].safeParse(line.record).error).toBeUndefined()
  })

  test('leaves shells without a word that anybody wrote', () => {
    const { cleaned } = erase({ kind: 'customer', id: customer })
    const shells = cleaned.filter(
      (line) => line.kind === 'record' && line.record.id.startsWith('0199ffff') && line.record.rev > 0,
    ) as RecordLine[]
    expect(new Set(shells.map(({ table }) => table))).toEqual(
      new Set([
        'customers',
        'hours',
        'interactions',
        'orders',
        'payments',
        'quotes',
        'samples',
        'stageMoves',
      ]),
    )
    // Ids, days, currencies, amounts and the words of our own lists: nothing longer, and no free text.
    const written = shells
      .flatMap(({ record }) => textsOf(record))
      .filter((text) => !/^[0-9a-f-]{36}$/.test(text))
    expect(
      written.filter((text) => !/^[A-Za-z]{1,12}$|^[\d.-]{1,12}$|^$|^Erased customer$/.test(text)),
    ).toEqual([])
  })

  test('leaves the amounts and days of what it ordered and paid', () => {
    const { cleaned } = erase({ kind: 'customer', id: customer })
    for (const table of ['orders', 'payments'] as const) {
      const [before, after] = [LINES, cleaned].map((lines) =>
        lines.find((line) => line.kind === 'record' && line.table === table),
      ) as [RecordLine, RecordLine]
      for (const field of ['on', 'total', 'amount', 'kind', 'status', 'rate'])
        expect(after.record[field], `${table}.${field}`).toEqual(before.record[field])
    }
  })

  test('is counted: what a backup says it holds is what it holds', () => {
    const counts: Record<string, { rows: number; live: number }> = {}
    for (const { table, record } of LINES) {
      const { rows, live } = counts[table] ?? { rows: 0, live: 0 }
      counts[table] = { rows: rows + 1, live: live + (record.deletedAt === undefined ? 1 : 0) }
    }
    const before = { lastSeq: 9, counts, logRows: 0, lines: LINES.length }
    for (const keepsFigures of [true, false]) {
      const { cleaner, cleaned } = erase({ kind: 'customer', id: customer }, { keepsFigures })
      const after = cleaner.summaryOf(before)
      expect(after.lines).toBe(cleaned.length)
      for (const [table, { rows, live }] of Object.entries(after.counts)) {
        const left = cleaned.filter((line) => line.kind === 'record' && line.table === table) as RecordLine[]
        expect(left.length, table).toBe(rows)
        expect(left.filter(({ record }) => record.deletedAt === undefined).length, table).toBe(live)
      }
    }
  })
})

describe('one person who is erased', () => {
  test('is named nowhere, and the company keeps its page and papers', () => {
    const { cleaned, text } = erase({ kind: 'person', id: person })
    expect(text).not.toMatch(/王思远|Wang Siyuan|Siyuan Wang|valentina/)
    expect(text).not.toContain(person)
    const left = (table: string) =>
      cleaned.filter((line) => line.kind === 'record' && line.table === table && !line.record.deletedAt)
    expect(left('customers')).toHaveLength(1)
    expect(left('orders')).toHaveLength(1)
    expect(text).toContain('Distribuidora')
  })

  test('leaves that there was a talk, without its words, on the company’s page', () => {
    const lines = LINES.map((line) =>
      line.record.id === interaction ? { ...line, record: { ...line.record, personIds: [person] } } : line,
    )
    const { cleaned } = erase({ kind: 'person', id: person }, {}, lines)
    const talks = cleaned.filter(
      (line): line is RecordLine => line.kind === 'record' && line.table === 'interactions',
    )
    expect(talks.map(({ record }) => [record.customerId, record.text, record.personIds])).toContainEqual([
      customer,
      undefined,
      [],
    ])
  })

  test('is not blanked on other pages when that was not wished', () => {
    const note = otherNote('Wang Siyuan brought us together')
    const there = (alsoElsewhere: boolean) =>
      erase({ kind: 'person', id: person }, { alsoElsewhere }, [...LINES, note]).cleaned.at(-1)
    expect(there(false)).toEqual(note)
    expect(there(true)).toMatchObject({ record: { text: '… brought us together' } })
  })

  test('a short or common word is no reason to damage what others have written', () => {
    const note = otherNote('Wang Siyuanese, Swang Siyuan')
    expect(erase({ kind: 'person', id: person }, {}, [...LINES, note]).cleaned.at(-1)).toEqual(note)
  })
})

describe('the history', () => {
  const row = (changes: LoggedRow['changes'], name = 'Distribuidora Araucaria SpA'): SnapshotLine => ({
    kind: 'log',
    row: {
      key: '000000000007-000000',
      recordIds: changes.map(({ id }) => id),
      seq: 7,
      id: OTHER,
      label: { key: 'change.field', params: { name } },
      origin: 'person',
      deviceId: OTHER,
      at: AT,
      changes,
    },
  })

  test('loses what was changed in the erased, and the rest of a change goes on without names', () => {
    const theirs = { table: 'customers', id: customer, before: { name: 'Araucaria' }, after: {} } as const
    const others = { table: 'products', id: OTHER, fingerprint: 'abc' } as const
    const { cleaned, cleaner } = erase({ kind: 'customer', id: customer }, {}, [
      ...LINES,
      row([theirs]),
      row([theirs, others]),
      row([others], 'Bowl'),
    ])
    const left = cleaned.filter((line) => line.kind === 'log')
    expect(left).toMatchObject([
      { row: { changes: [others], recordIds: [OTHER], label: { params: { name: '…' } } } },
      { row: { changes: [others], label: { params: { name: 'Bowl' } } } },
    ])
    expect(cleaner.history).toBeGreaterThan(0)
  })

  test('loses the values of others that named an erased id', () => {
    const moved = {
      table: 'facts',
      id: OTHER,
      before: { customerId: customer },
      after: { customerId: OTHER },
    }
    const { text } = erase({ kind: 'customer', id: customer }, {}, [...LINES, row([moved] as never, 'Bowl')])
    expect(text).not.toContain(customer)
  })
})

const OTHER = '0190b6f2-7b1c-7c33-8f5e-00000000ffff'

function otherNote(text: string): RecordLine {
  const talk = LINES.find(({ table }) => table === 'interactions')
  if (talk === undefined) throw new Error('no talk')
  const record = {
    ...talk.record,
    id: OTHER,
    customerId: OTHER,
    personIds: [],
    text,
    extra: {},
    attachmentIds: [],
  }
  return { ...talk, record }
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}
