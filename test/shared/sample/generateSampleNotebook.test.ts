import { describe, expect, test } from 'vitest'
import { fairLeads } from '../../../shared/measures/firstTouch'
import { plannedTouches } from '../../../shared/nurture/scheduler'
import { isTableName, type RecordOf, type TableName, tableSchemas } from '../../../shared/records/tables'
import { generateSampleNotebook } from '../../../shared/sample/generateSampleNotebook'

const asOf = Date.UTC(2027, 2, 10, 8)
const rows = [...generateSampleNotebook({ seed: 'test', customers: 300, asOf })]

function recordsOf<T extends TableName>(table: T): RecordOf<T>[] {
  return rows.filter((row) => row.table === table).map((row) => row.record as RecordOf<T>)
}

/** Every field of a record that names another record, whatever the table. */
function namedIds(record: object): string[] {
  return Object.entries(record).flatMap(([field, value]): string[] => {
    if (/^(?!id$)\w*Ids?$|^fromId$|^toId$/.test(field) && field !== 'externalIds') {
      return Array.isArray(value) ? value : [String(value)]
    }
    return field === 'lines' ? (value as object[]).flatMap(namedIds) : []
  })
}

describe('the sample notebook', () => {
  test('holds only records that their schemas accept', () => {
    const wrong = rows.flatMap((row) => {
      const parsed = tableSchemas[row.table].safeParse(row.record)
      return parsed.success && isTableName(row.table) ? [] : [`${row.table}: ${parsed.error?.message}`]
    })
    expect(wrong).toEqual([])
  })

  test('names only records that came before, so that it can be read as a stream', () => {
    const seen = new Set<string>()
    const dangling: string[] = []
    for (const { table, record } of rows) {
      for (const id of namedIds(record)) if (!seen.has(id)) dangling.push(`${table} ${id}`)
      expect(seen.has(record.id)).toBe(false)
      seen.add(record.id)
    }
    expect(dangling).toEqual([])
  })

  test('is the same twice, and another with another seed', () => {
    const make = (seed: string) => JSON.stringify([...generateSampleNotebook({ seed, customers: 40, asOf })])
    expect(make('a')).toBe(make('a'))
    expect(make('a')).not.toBe(make('b'))
  })

  test('begins alike however long it is', () => {
    const short = [...generateSampleNotebook({ seed: 'test', customers: 25, asOf })]
    // The last row says who was in a segment: that depends on how many there are.
    expect(short.at(-1)?.table).toBe('segmentSnapshots')
    expect(rows.slice(0, short.length - 1)).toEqual(short.slice(0, -1))
  })

  test('has exactly the asked mean of interactions and orders over every twenty customers', () => {
    expect([recordsOf('interactions').length, recordsOf('orders').length]).toEqual([3000, 600])
    const small = [
      ...generateSampleNotebook({
        seed: 1,
        customers: 40,
        asOf,
        interactionsPerCustomer: 6,
        ordersPerCustomer: 0.5,
      }),
    ]
    expect(small.filter((row) => row.table === 'interactions')).toHaveLength(240)
    expect(small.filter((row) => row.table === 'orders')).toHaveLength(20)
  })

  test('lies in the past, over about four years', () => {
    const later = rows.filter((row) => row.record.createdAt > asOf).map((row) => row.table)
    expect(later).toEqual([])
    const talks = recordsOf('interactions').map((talk) => talk.at)
    expect(Math.min(...talks)).toBeGreaterThan(Date.UTC(2023, 2, 1))
    expect(Math.min(...talks)).toBeLessThan(Date.UTC(2023, 7, 1))
    expect(Math.max(...recordsOf('orders').map((order) => Date.parse(order.on)))).toBeLessThanOrEqual(asOf)
  })

  test('writes names in ten scripts', () => {
    const names = recordsOf('customers')
      .map((customer) => customer.name)
      .join(' ')
    const scripts = ['Latin', 'Han', 'Hebrew', 'Arabic', 'Cyrillic', 'Hangul', 'Hiragana', 'Katakana', 'Thai']
    expect(scripts.filter((script) => !new RegExp(`\\p{Script=${script}}`, 'u').test(names))).toEqual([])
    expect(names).toMatch(/[ăơưạếộ]/)
  })

  test('reaches nobody real', () => {
    const handles = [...recordsOf('customers'), ...recordsOf('people')].flatMap((one) => one.handles)
    const emails = handles.filter((handle) => handle.kind === 'email')
    expect(emails.filter((handle) => !handle.value.endsWith('.example'))).toEqual([])
    expect(new Set(emails.map((handle) => handle.value)).size).toBeGreaterThan(emails.length * 0.99)
    expect(new Set(handles.map((handle) => handle.kind)).size).toBeGreaterThanOrEqual(7)
  })

  test('gives no two companies one name, nor two people one phone number', () => {
    const customers = recordsOf('customers')
    expect(new Set(customers.map((customer) => customer.name)).size).toBe(customers.length)
    const phones = recordsOf('people').map(
      (one) => one.handles.find((handle) => /^\+\d/.test(handle.value))?.value,
    )
    const known = phones.filter((phone) => phone !== undefined)
    expect(new Set(known).size).toBe(known.length)
  })

  test('leaves one fair without costs and some work for today', () => {
    const costed = new Set(recordsOf('costs').map((cost) => cost.touchpointId))
    const fairs = recordsOf('touchpoints').filter((one) => one.kind === 'fair')
    expect(fairs.filter((fair) => !costed.has(fair.id)).map((fair) => fair.city)).toEqual(['Dubai'])
    expect(fairs.filter((fair) => fair.series === 'Lingnan Home & Table Fair')).toHaveLength(9)
    const openPromises = recordsOf('promises').filter((promise) => promise.doneAt === undefined)
    expect(openPromises.length).toBeGreaterThan(5)
    expect(openPromises.length).toBeLessThan(recordsOf('promises').length / 4)
    expect(new Set(recordsOf('promises').map((promise) => promise.by))).toEqual(new Set(['us', 'them']))
  })

  test('shows a fair in full swing: leads without an answer, touches due, none lost from long ago', () => {
    const fair = recordsOf('touchpoints').find((one) => one.startsOn === '2027-03-08')
    const leads = fairLeads(fair?.id ?? '', recordsOf('interactions'))
    const waiting = leads.filter((lead) => lead.firstTouchAt === undefined)
    expect(leads.length).toBeGreaterThan(10)
    expect(waiting.length).toBeGreaterThan(3)
    expect(waiting.length).toBeLessThan(leads.length)
    const [plan] = recordsOf('plans')
    if (plan === undefined) throw new Error('no plan')
    const calendar = { workingDays: [1, 2, 3, 4, 5] }
    const today = '2027-03-10'
    const open = recordsOf('enrolments').flatMap((enrolment) => {
      const { startsOn: from, customerId } = enrolment
      const customerCountry = recordsOf('customers').find((one) => one.id === customerId)?.country
      const touches = recordsOf('touches')
      return plannedTouches({
        plan,
        enrolment,
        touches,
        calendar: { ...calendar, customerCountry },
        from,
        to: today,
        today,
      })
    })
    expect(open.length).toBeGreaterThan(0)
    expect(open.filter((touch) => touch.dueOn < '2027-02-26')).toEqual([])
  })

  test('tells stages that follow each other and end where the customer stands', () => {
    const moves = recordsOf('stageMoves')
    for (const customer of recordsOf('customers')) {
      const own = moves.filter((move) => move.customerId === customer.id)
      expect(own.at(-1)?.to).toBe(customer.stage)
      expect(own.map((move) => move.from)).toEqual([undefined, ...own.slice(0, -1).map((move) => move.to)])
      expect(own.map((move) => move.at)).toEqual([...own].map((move) => move.at).sort((a, b) => a - b))
    }
  })

  test('fills almost every table', () => {
    const filled = new Set(rows.map((row) => row.table))
    const empty = Object.keys(tableSchemas).filter((table) => !filled.has(table as TableName))
    expect(empty).toEqual([
      'attachments',
      'distinctions',
      'erasures',
      'exports',
      'importMappings',
      'imports',
      'merges',
    ])
  })

  test('leaves no slot of a text unfilled', () => {
    const texts = rows.map((row) => JSON.stringify(row.record))
    expect(texts.filter((text) => /\{[a-z0-9]+\}/i.test(text.replace(/\{"/g, '')))).toEqual([])
  })
})

test('works on any day of a year', () => {
  for (const day of [
    Date.UTC(2026, 0, 1, 1),
    Date.UTC(2028, 1, 29, 23, 59),
    Date.UTC(2026, 11, 31, 15, 30),
  ]) {
    const wrong = [...generateSampleNotebook({ seed: day, customers: 60, asOf: day })].filter(
      (row) => row.record.createdAt > day || !tableSchemas[row.table].safeParse(row.record).success,
    )
    expect(wrong).toEqual([])
  }
})
