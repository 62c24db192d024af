import { expect, test } from 'vitest'
import { PlainNotebook, planFile } from '../../shared/importing/plan/planning'
import { readFixture, readText } from './fixture'

const REPORT = 'mailing/made/gotowebinar_attendee_report.csv'
/** One minute past seven in California, which has daylight time then. */
const JOINED = Date.parse('2026-10-05T14:01:00Z')

test('the report of a webinar: its own header, the guests, and neither the summary above nor the staff below', async () => {
  const { format, kind, headerRow, records, rejected, skipped, warnings } = await readFixture(REPORT)
  expect([format, kind, headerRow]).toEqual(['goto-webinar', 'engagement', 7])
  expect(records.map(({ handles }) => handles[0]?.value)).toEqual([
    'ana@toys.example',
    'bo@toys.example',
    'dewi@else.example',
    'min@else.example',
  ])
  expect(rejected).toEqual([])
  expect(skipped.map(({ row, why }) => [row, why])).toEqual([
    [13, 'secondTable'],
    [14, 'secondTable'],
    [15, 'secondTable'],
  ])
  expect(warnings.map(({ code }) => code)).toEqual(['import.warn.secondTable'])
})

test('who came has the time and the minutes, who stayed away only registered; the rating is kept, dashes are nothing', async () => {
  const { records } = await readFixture(REPORT)
  expect(records.map(({ engagements, extra, optOut }) => [engagements?.list, extra, optOut])).toEqual([
    [
      [
        { kind: 'registered', at: Date.parse('2026-09-20T17:00:00Z') },
        { kind: 'attended', at: JOINED, minutes: 59 },
      ],
      { 'Interest Rating': '72', 'What do you grow?': 'Basil' },
      undefined,
    ],
    [[{ kind: 'registered', at: Date.parse('2026-09-22T06:30:00Z') }], { Attended: 'No' }, undefined],
    [
      [
        { kind: 'registered', at: Date.parse('2026-10-05T13:58:00Z') },
        { kind: 'attended', at: Date.parse('2026-10-05T14:10:00Z'), minutes: 62 },
      ],
      { 'Interest Rating': '45', 'What do you grow?': 'Rice' },
      undefined,
    ],
    [[{ kind: 'registered', at: Date.parse('2026-10-01T15:00:00Z') }], { Attended: 'No' }, true],
  ])
})

test('on the page of a customer we know: registered and attended, named after the webinar; strangers wait; again adds nothing', async () => {
  const notebook = new PlainNotebook()
  const ledger = await readText(
    'PI号,客户,邮箱,日期,金额,币种\nPI-2026-001,Fictional Toys Ltd,ana@toys.example,2026-08-01,2000,USD\n',
  )
  notebook.apply(planFile(notebook, ledger.records).changes)
  const { records, format } = await readFixture(REPORT)
  const { rows, changes } = planFile(notebook, records, { format })
  notebook.apply(changes)
  expect(rows.map(({ reason }) => reason)).toEqual([undefined, undefined, 'stranger', 'stranger'])
  const [customer] = notebook.all('customers')
  const told = notebook
    .all('engagements')
    .map(({ customerId, kind, at, minutes, campaign }) => [customerId, kind, at, minutes, campaign])
  expect(told).toEqual([
    [
      customer?.id,
      'registered',
      Date.parse('2026-09-20T17:00:00Z'),
      undefined,
      'LED for greenhouses, part 1',
    ],
    [customer?.id, 'attended', JOINED, 59, 'LED for greenhouses, part 1'],
    [
      customer?.id,
      'registered',
      Date.parse('2026-09-22T06:30:00Z'),
      undefined,
      'LED for greenhouses, part 1',
    ],
  ])
  expect(planFile(notebook, records, { format, at: 1_800_000_000_000 }).changes).toEqual([])
})

test('a report that tells only that somebody came is believed, and one that says no beside a time is not', async () => {
  const { records } = await readText(
    'Attended,Interest Rating,Email Address,Join Time,Time in Session (minutes)\n' +
      'Yes,10,ana@toys.example,,12\nNo,--,bo@toys.example,"Oct 5, 2026 14:01",\n',
  )
  expect(records.map(({ engagements }) => engagements?.list)).toEqual([
    [{ kind: 'attended', minutes: 12 }],
    undefined,
  ])
})
