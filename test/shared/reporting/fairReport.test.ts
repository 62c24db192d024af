import '../../support/everyLanguage'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { isMessageKey } from '#shared/i18n/catalogues'
import { fairReport, fairReportSchema } from '#shared/reporting/fairReport'
import type { FairReportInput } from '#shared/reporting/fairReportInput'
import type { Cell, Sheet } from '#shared/reporting/workbook'
import { cost, FAIR } from './fairFixture'
import { manyLeads } from './manyLeads'

/** What a reader without formulas sees. */
const shown = (cell: Cell | undefined) =>
  cell === null || cell === undefined || typeof cell === 'string' ? (cell ?? null) : cell.value
const sheetOf = (input: FairReportInput, name: string): Sheet => {
  const report = fairReportSchema.parse(fairReport(input))
  const sheet = report.workbook.sheets.find((one) => one.name === name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}
const valuesOf = (input: FairReportInput, name: string) =>
  sheetOf(input, name).rows.map((row) => row.map(shown))
/** Label and value of the rows below the cost lines. */
const totalsOf = (input: FairReportInput) =>
  new Map(
    sheetOf(input, 'Costs')
      .rows.slice(input.costs.length)
      .filter((row) => row.length > 0)
      .map((row) => [shown(row[1]), [shown(row[7]), shown(row[8])]]),
  )

test('the sheets have the names that other files may refer to, in every language', () => {
  const names = ['Leads', 'Follow-ups', 'Promises', 'Costs', 'Definitions', 'Data quality']
  expect(fairReport(FAIR).workbook.sheets.map(({ name }) => name)).toEqual(names)
  const chinese = fairReport({ ...FAIR, language: 'zh-Hans' }).workbook
  expect(chinese.sheets.map(({ name }) => name)).toEqual(names)
  expect(chinese.sheets[0]?.columns[1]?.caption).toBe('公司')
  expect(fairReport({ ...FAIR, language: 'en-XB' }).workbook.direction).toBe('rtl')
})

test('a lead has one row with all that was taken down, and formulas of others stay text', () => {
  const { columns } = sheetOf(FAIR, 'Leads')
  expect(columns.map(({ caption }) => caption)).toEqual([
    'Met at',
    'Company',
    'Person',
    'Job title',
    'Country',
    'Grade',
    'First touch',
    'First order',
    'Consent',
    'E-mail',
    'Phone',
    'Other address',
    'Web',
    'Products',
    'Promised',
    'Note',
    'Met by',
    'Role',
  ])
  expect(valuesOf(FAIR, 'Leads')).toEqual([
    [
      '2026-11-19T10:30',
      'Sjögren & Åkerlund AB',
      'Astrid Sjögren',
      'buyer',
      'Sweden',
      'A',
      '2026-11-19T15:30',
      '2026-11-20',
      'E-mail',
      'astrid@sjogren.example',
      '+46705550142',
      null,
      null,
      'Bowl 16, matt sand',
      'Food-contact test report',
      null,
      'Linh',
      'buys',
    ],
    [
      '2026-11-19T11:30',
      "=cmd|' /C calc'!A0",
      '+1+1',
      null,
      'Vietnam',
      'B',
      null,
      null,
      null,
      null,
      '+46705550142',
      'WeChat: anh_b',
      null,
      'Bowl 16, matt sand; Bamboo lid 16',
      null,
      'Lid glue smells <hot> & "sticky"',
      null,
      null,
    ],
    [
      '2026-11-20T12:30',
      '上海青禾餐饮用品',
      '王思远',
      ...Array(9).fill(null),
      'https://qinghe.example',
      ...Array(5).fill(null),
    ],
  ])
  expect(sheetOf(FAIR, 'Leads').rows[1]?.[1]).toBe("=cmd|' /C calc'!A0")
})

test('follow-ups tell what was done, what is planned, and who is on no plan', () => {
  expect(valuesOf(FAIR, 'Follow-ups')).toEqual([
    ['Sjögren & Åkerlund AB', 'Astrid Sjögren', 'A', 'Thanks', 'done', null, '2026-11-19', null],
    ['Sjögren & Åkerlund AB', 'Astrid Sjögren', 'A', 'Useful piece', 'planned', '2026-11-26', null, null],
    ["=cmd|' /C calc'!A0", '+1+1', 'B', null, 'on no plan', null, null, null],
    ['上海青禾餐饮用品', '王思远', null, null, 'on no plan', null, null, null],
  ])
})

test('promises made since they were met are listed by the day they are due', () => {
  expect(valuesOf(FAIR, 'Promises')).toEqual([
    ['2026-11-19', 'late', 'Drawing', 'them', "=cmd|' /C calc'!A0", '+1+1', null],
    ['2026-11-23', 'open', 'Food-contact test report', 'us', 'Sjögren & Åkerlund AB', 'Astrid Sjögren', null],
  ])
})

test('on the page ours come first, and what others promised us says so', () => {
  const { page } = fairReportSchema.parse(fairReport(FAIR))
  expect(page.promises.rows.map(({ due, text, late }) => [due, text, late])).toEqual([
    ['23 Nov', 'Food-contact test report', false],
    ['19 Nov', 'They: Drawing', true],
  ])
})

describe('the costs', () => {
  test('are brought to the base currency by live formulas that carry what they come to', () => {
    const [booth, travel, staff] = sheetOf(FAIR, 'Costs').rows
    expect(booth?.[7]).toEqual({
      kind: 'formula',
      formula: 'IF(OR(D2="",F2=""),"",D2*F2)',
      value: 4200,
      format: 'money2',
    })
    expect(travel?.slice(3, 8).map(shown)).toEqual([1200, 'USD', 1, null, 1200])
    expect(staff?.slice(5, 9)).toEqual([
      { kind: 'formula', formula: '10/9', value: 10 / 9, format: 'rate' },
      { kind: 'day', value: '2026-11-10' },
      { kind: 'formula', formula: 'IF(OR(D4="",F4=""),"",D4*F4)', value: 600 * (10 / 9), format: 'money2' },
      '4 days × EUR 150.00',
    ])
  })

  test('come to the figures of the measures, by formulas over the other sheets', () => {
    expect([...totalsOf(FAIR)]).toEqual([
      ['By category', [null, null]],
      ['Booth', [4200, null]],
      ['Travel', [1200, null]],
      ['Staff days', [666.67, null]],
      ['Total', [6066.67, null]],
      ['Leads', [3, null]],
      ['Qualified leads (A or B)', [2, null]],
      ['First orders', [1, null]],
      ['Cost per card', [2022.22, null]],
      ['Cost per qualified lead', [3033.34, null]],
      ['Cost per order', [6066.67, null]],
      ['Cost coverage', [1, null]],
    ])
    const formulas = sheetOf(FAIR, 'Costs').rows.flatMap((row) =>
      typeof row[7] === 'object' && row[7]?.kind === 'formula' ? [row[7].formula] : [],
    )
    expect(formulas.slice(6)).toEqual([
      'IF(COUNT(H$2:H$4)=0,"",ROUND(SUM(H$2:H$4),2))',
      'COUNTA(Leads!A$2:A$4)',
      'COUNTIF(Leads!F$2:F$4,"A")+COUNTIF(Leads!F$2:F$4,"B")',
      'COUNTA(Leads!H$2:H$4)',
      'IF(OR(H11="",H13=0),"",ROUND(H11/H13,2))',
      'IF(OR(H11="",H14=0),"",ROUND(H11/H14,2))',
      'IF(OR(H11="",H15=0),"",ROUND(H11/H15,2))',
      'IF(H13=0,"",IF(COUNT(D$2:D$4)=0,0,1))',
    ])
  })

  test('of a fair without any are no figure, and say why', () => {
    const none = { ...FAIR, costs: [] }
    const why = 'Cannot be computed because no cost is on record yet.'
    const totals = totalsOf(none)
    expect([totals.get('Total'), totals.get('Cost per card'), totals.get('Cost coverage')]).toEqual([
      ['', why],
      ['', why],
      [0, null],
    ])
  })

  test('without a rate or an amount stay visible, and every figure is a lower bound', () => {
    const costs = [
      ...FAIR.costs,
      cost('c4', 'freight', 5_000, 'JPY', '2026-11-15'),
      cost('c5', 'freight', 0, 'USD', '2026-11-16'),
    ]
    const gaps = { ...FAIR, costs }
    expect(valuesOf(gaps, 'Costs')[1]?.slice(3)).toEqual([
      5000,
      'JPY',
      null,
      null,
      '',
      'No rate from JPY to USD for Sun, 15 Nov 2026',
    ])
    expect(valuesOf(gaps, 'Costs')[2]?.slice(3, 9)).toEqual([null, 'USD', 1, null, '', 'no amount yet'])
    const bound = 'A lower bound; 1 rate is missing; 1 cost has no amount yet.'
    expect(totalsOf(gaps).get('Total')).toEqual([6066.67, bound])
    expect(totalsOf(gaps).get('Cost per card')).toEqual([2022.22, bound])
    expect(fairReport(gaps).page.notes).toEqual([bound, 'No rate from JPY to USD for Sun, 15 Nov 2026'])
    expect(valuesOf(gaps, 'Data quality').slice(5, 7)).toEqual([
      [
        'Costs without an amount',
        1,
        5,
        'Costs',
        '4',
        'Every cost figure is a lower bound until they have one.',
      ],
      [
        'Costs without a rate',
        1,
        5,
        'Costs',
        '3',
        'They are left out of the total, never counted at 1.\nNo rate from JPY to USD for Sun, 15 Nov 2026',
      ],
    ])
  })
})

test('data quality counts what is missing and names the rows', () => {
  expect(valuesOf(FAIR, 'Data quality').map((row) => row.slice(0, 5))).toEqual([
    ['No consent on record', 2, 3, 'Leads', '3–4'],
    ['No way to reach them', 1, 3, 'Leads', '4'],
    ['No grade', 1, 3, 'Leads', '4'],
    ['No country', 1, 3, 'Leads', '4'],
    ['Not written to yet', 2, 3, 'Leads', '3–4'],
    ['Costs without an amount', 0, 3, 'Costs', null],
    ['Costs without a rate', 0, 3, 'Costs', null],
    ['Possible duplicates', 2, 3, 'Leads', '2–3 (same number)'],
  ])
})

test('numbers that only end alike are nobody twice, unless one of them has no country', () => {
  const phones = (...numbers: readonly string[]) => ({
    ...FAIR,
    people: FAIR.people.map((person, index) => ({
      ...person,
      handles: [numbers[index] ?? ''].map((value) => ({ kind: 'phone' as const, value, entered: value })),
    })),
  })
  const named = (input: FairReportInput) => valuesOf(input, 'Data quality').at(-1)?.[4]
  expect(named(phones('+46705550142', '+84705550142', '+8613800138000'))).toBeNull()
  // The third lead has no country: its number may be the first one's.
  expect(named(phones('+46705550142', '+84912345678', '0705550142'))).toBe('2, 4 (same number)')
})

test('a fair without leads or costs makes an honest empty report', () => {
  const empty = { ...FAIR, customers: [], people: [], interactions: [], costs: [] }
  const report = fairReportSchema.parse(fairReport(empty))
  expect(report.workbook.sheets.map(({ rows, tableRows }) => [rows.length, tableRows])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
    [11, 0],
    [20, 15],
    [8, 8],
  ])
  expect(report.page.leads).toEqual({
    caption: 'Leads with grade A',
    rows: [],
    remark: 'No lead has grade A.',
  })
  expect(report.page.figures.map(({ value }) => value)).toEqual(['0', '0', '0', '–', '–', '–'])
  expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/)
})

test('a customer who is no longer in the notebook is no lead any more', () => {
  const customers = FAIR.customers.filter(({ id }) => id !== 'c')
  expect(valuesOf({ ...FAIR, customers }, 'Leads')).toHaveLength(2)
  expect(totalsOf({ ...FAIR, customers }).get('Leads')).toEqual([2, null])
})

describe('the page', () => {
  test('tells the day of the fair, or its last day with leads once it is over', () => {
    expect(fairReport(FAIR).page.subtitle).toBe('Fri, 20 Nov 2026, Day 3 of 4, Kortrijk, 11.2, C34')
    expect(fairReport({ ...FAIR, now: Date.UTC(2027, 0, 5) }).title).toBe('Tavola, autumn 2026 2026-11-20')
  })

  test('lists no more than the sheet has room for, and counts the rest', () => {
    const { page } = fairReportSchema.parse(fairReport(manyLeads(200, 'en')))
    expect([page.leads.rows.length, page.leads.remark]).toEqual([13, 'and 87 more in the spreadsheet'])
    expect([page.promises.rows.length, page.promises.remark]).toEqual([6, 'and 194 more in the spreadsheet'])
    expect(page.products.rows).toHaveLength(6)
  })
})

test('every reason of the measures has a sentence', () => {
  const folder = path.join(import.meta.dirname, '../../../shared/measures')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  const codes = files.flatMap((file) =>
    [...readFileSync(path.join(folder, file), 'utf8').matchAll(/'(measures\.\w+)'/g)].map(([, code]) => code),
  )
  expect(codes.length).toBeGreaterThan(10)
  expect([...new Set(codes)].filter((code) => !isMessageKey(code ?? ''))).toEqual([])
})
