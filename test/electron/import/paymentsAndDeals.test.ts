import { expect, test } from 'vitest'
import { PlainNotebook, planFile, tally } from '../../shared/importing/plan/planning'
import { readFixture, readText } from './fixture'

const STRIPE = `id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Currency,Description,Fee,Refunded date (UTC),Status,Card ID,Customer ID,Customer Description,Customer Email,Invoice ID
ch_1,2026-09-02 23:30:00,1000.00,0.00,usd,true,920.00,eur,Deposit for PI-2026-001,29.30,,Paid,card_1,cus_1,Fictional Toys Ltd,ana@toys.example,in_1
ch_2,2026-09-03 10:00:00,500.00,120.00,usd,true,460.00,eur,PI-2026-001 balance payment,14.80,2026-09-20 08:00:00,Partial Refund,card_1,cus_1,Fictional Toys Ltd,ana@toys.example,
ch_3,2026-09-04 10:00:00,80.00,0.00,usd,false,,,,0.00,,Failed,card_2,cus_1,Fictional Toys Ltd,ana@toys.example,
`

const BALANCE = `id,Type,Amount,Fee,Net,Currency,Created (UTC),Description,Customer Name
txn_1,charge,100.00,3.20,96.80,usd,2026-09-02 10:00,Order 7,Fictional Toys Ltd
txn_2,payout,-96.80,0.00,-96.80,usd,2026-09-03 10:00,STRIPE PAYOUT,
`

const PAYPAL = `"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Balance"
"25/09/2026","10:00:00","Europe/Berlin","Fictional Toys Ltd","Website Payment","Completed","EUR","200,00","-5,30","194,70","ana@toys.example","we@us.example","T1","194,70"
"26/09/2026","10:00:00","Europe/Berlin","Fictional Toys Ltd","Payment Refund","Completed","EUR","-50,00","0,00","-50,00","we@us.example","ana@toys.example","T2","144,70"
`

const DEALS =
  'Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Currency,Pipeline,Associated Contact IDs,Associated Company IDs,Create Date'

/** A notebook that knows the payer, and an order of theirs. */
async function withToys(): Promise<PlainNotebook> {
  const notebook = new PlainNotebook()
  const ledger = await readText(
    'PI号,客户,邮箱,日期,金额,币种\nPI-2026-001,Fictional Toys Ltd,ana@toys.example,2026-08-01,2000,USD\n',
  )
  notebook.apply(planFile(notebook, ledger.records).changes)
  return notebook
}

async function taken(text: string) {
  const notebook = await withToys()
  const reading = await readText(text)
  const options = { format: reading.format }
  const { changes } = planFile(notebook, reading.records, options)
  notebook.apply(changes)
  const again = planFile(notebook, reading.records, { ...options, at: 1_800_000_000_000 })
  expect([again.changes, tally(again.rows).new ?? 0]).toEqual([[], 0])
  const payments = notebook
    .all('payments')
    .map(({ on, amount, kind }) => [on, amount.minor, amount.currency, kind])
  const costs = notebook
    .all('costs')
    .map(({ on, amount, category }) => [on, amount.minor, amount.currency, category])
  return { notebook, reading, payments, costs }
}

test('Stripe: what was paid and for what, what went back later, and the fee in the currency of the account', async () => {
  const { notebook, reading, payments, costs } = await taken(STRIPE)
  expect([reading.format, reading.rejected.map(({ code }) => code)]).toEqual([
    'stripe',
    ['import.reject.notCarriedOut'],
  ])
  expect(payments).toEqual([
    ['2026-09-02', 100_000, 'USD', 'deposit'],
    ['2026-09-03', 50_000, 'USD', 'balance'],
    ['2026-09-20', 12_000, 'USD', 'refund'],
  ])
  expect(costs).toEqual([
    ['2026-09-02', 2_930, 'EUR', 'platformFee'],
    ['2026-09-03', 1_480, 'EUR', 'platformFee'],
  ])
  expect(new Set(notebook.all('payments').map(({ orderId }) => orderId))).toEqual(
    new Set([notebook.all('orders')[0]?.id]),
  )
})

test('a balance history of Stripe: a payout into our own bank is no cost', async () => {
  const { reading, payments, costs } = await taken(BALANCE)
  expect(reading.rejected.map(({ code }) => code)).toEqual(['import.reject.neitherWay'])
  expect(payments).toEqual([['2026-09-02', 10_000, 'USD', 'other']])
  expect(costs).toEqual([['2026-09-02', 320, 'USD', 'platformFee']])
})

test('PayPal: money that went back to a customer is a refund, not something that we bought', async () => {
  const { payments, costs } = await taken(PAYPAL)
  expect(payments).toEqual([
    ['2026-09-25', 20_000, 'EUR', 'other'],
    ['2026-09-26', 5_000, 'EUR', 'refund'],
  ])
  expect(costs).toEqual([['2026-09-25', 530, 'EUR', 'platformFee']])
})

test('deals of HubSpot are orders of the people whose ids they name once they are won, and offers until then', async () => {
  const notebook = new PlainNotebook()
  const contacts = await readFixture('hubspot/made/hubspot-crm-exports-all-contacts-2026-10-02.csv')
  notebook.apply(planFile(notebook, contacts.records, { format: contacts.format }).changes)
  const customers = notebook.all('customers').length
  const deals = await readFixture('hubspot/made/hubspot-crm-exports-all-deals-2026-10-02.csv')
  expect([deals.format, deals.records.length, deals.rejected]).toEqual(['hubspot-deals', 20, []])
  const first = planFile(notebook, deals.records, { format: deals.format })
  notebook.apply(first.changes)
  const orders = notebook.all('orders')
  expect(orders[0]).toMatchObject({
    number: '50010000004',
    on: '2022-04-06',
    total: { minor: 370_350, currency: 'USD' },
    lines: [{ description: 'Fictional Hardware SARL 3 - sample order' }],
    extra: { 'Create Date': '2022-04-06 08:00' },
  })
  const buyer = notebook.all('customers').find(({ id }) => id === orders[0]?.customerId)
  expect([orders.length, buyer?.name, notebook.all('customers').length]).toEqual([
    4,
    'Fictional Hardware SARL 3',
    customers,
  ])
  const quotes = notebook.all('quotes')
  expect(quotes.map(({ status }) => status).sort()).toEqual([
    ...Array(4).fill('declined'),
    ...Array(12).fill('open'),
  ])
  expect(quotes.find(({ number }) => number === '50010000002')).toMatchObject({
    number: '50010000002',
    on: '2020-06-12',
    validUntil: '2020-06-12',
    total: { minor: 123_450, currency: 'USD' },
    lines: [{ description: 'Fictional Toys Ltd - sample order' }],
  })
  expect(planFile(notebook, deals.records, { format: deals.format, at: 1_800_000_000_000 }).changes).toEqual(
    [],
  )
})

test('a deal that is won later becomes an order from the quote it was, and one that is opened again stays an order', async () => {
  const contacts = await readFixture('hubspot/made/hubspot-crm-exports-all-contacts-2026-10-02.csv')
  const notebook = new PlainNotebook()
  notebook.apply(planFile(notebook, contacts.records, { format: contacts.format }).changes)
  const take = async (stage: string) => {
    const row = `50010000002,A trial,${stage},2026-12-01 00:00,Someone,1234.50,USD,Sales Pipeline,90210000002,,2026-10-01 08:00`
    const { records, format } = await readText(`${DEALS}\n${row}\n`)
    const { changes } = planFile(notebook, records, { format })
    notebook.apply(changes)
    return changes.map(({ table }) => table).filter((table) => table !== 'people')
  }
  expect(await take('Contract Sent')).toEqual(['quotes'])
  expect(notebook.all('quotes')[0]).toMatchObject({
    status: 'open',
    on: '2026-10-01',
    validUntil: '2026-12-01',
  })
  expect((await take('Closed Won')).sort()).toEqual(['orders', 'quotes'])
  expect(notebook.all('orders')[0]).toMatchObject({
    quoteId: notebook.all('quotes')[0]?.id,
    on: '2026-12-01',
  })
  expect(notebook.all('quotes')[0]?.status).toBe('accepted')
  expect(await take('Contract Sent')).toEqual([])
})

test('a deal of somebody whom the notebook does not know waits, and makes a page only when the person says so', async () => {
  const deals = await readFixture('hubspot/made/hubspot-crm-exports-all-deals-2026-10-02.csv')
  const held = planFile(new PlainNotebook(), deals.records, { format: deals.format })
  expect([held.changes, held.rows.map(({ reason }) => reason)]).toEqual([[], Array(20).fill('stranger')])
  const notebook = new PlainNotebook()
  notebook.apply(planFile(notebook, deals.records, { format: deals.format, duplicates: 'new' }).changes)
  expect(notebook.all('customers')[0]?.name).toBe('Fictional Lighting LLC 0 - sample order')
})

const ZOOM = `Attendee Report,,,,,,,,,,,,
Report Generated:,"Oct 6, 2026 09:00:00",,,,,,,,,,,
Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,,,,,,,,
LED for greenhouses,812 3456 7890,"Oct 5, 2026 14:00:00",61,3,,,,,,,,
Attendee Details,,,,,,,,,,,,
Attended,User Name (Original Name),First Name,Last Name,Email,Phone,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name
Yes,Ana Lagos,Ana,Lagos,ana@toys.example,,"Sep 20, 2026 10:00:00",approved,"Oct 5, 2026 14:01:10","Oct 5, 2026 15:00:00",59,Yes,Chile
No,--,Bo,Lind,bo@else.example,,"Sep 21, 2026 10:00:00",approved,--,--,--,--,--
`

const TEAMS = `1. Summary
Meeting title\tLED for greenhouses
Attended participants\t1

2. Participants
Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
Ana Lagos\t10/25/26, 2:01:11 PM\t10/25/26, 3:00:02 PM\t58m 51s\tana@toys.example\tana@toys.example\tAttendee
`

const FORM = `Timestamp,Email Address,Your company,What do you need?
2026/05/28 7:01:33 PM GMT+2,ana@toys.example,Fictional Toys Ltd,Two samples
`

test.each([
  ['zoom-webinar', ZOOM, ['registered', 'attended'], 59],
  ['teams-attendance', TEAMS, ['attended'], 59],
  ['google-forms', FORM, ['registered'], undefined],
])('%s: people we know took notice, strangers wait', async (format, text, kinds, minutes) => {
  const notebook = await withToys()
  const reading = await readText(text)
  expect([reading.format, reading.kind]).toEqual([format, 'engagement'])
  const { rows, changes } = planFile(notebook, reading.records, { format: reading.format })
  notebook.apply(changes)
  expect(rows.filter(({ reason }) => reason === 'stranger')).toHaveLength(format === 'zoom-webinar' ? 1 : 0)
  expect(notebook.all('engagements').map(({ kind }) => kind)).toEqual(kinds)
  expect(notebook.all('engagements').at(-1)?.minutes).toBe(minutes)
  expect(
    planFile(notebook, reading.records, { format: reading.format, at: 1_800_000_000_000 }).changes,
  ).toEqual([])
})
