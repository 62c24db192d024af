import { expect, test } from 'vitest'
import { PlainNotebook, planFile, tally } from '../../shared/importing/plan/planning'
import { readFixture, readText } from './fixture'

const GOOGLE = 'ads/made/google_ads_Campaign_report.csv'

async function taken(path: string, notebook = new PlainNotebook()) {
  const reading = await readFixture(path)
  const { rows, changes } = planFile(notebook, reading.records, { format: reading.format, fileName: path })
  notebook.apply(changes)
  return { reading, notebook, counts: tally(rows) }
}

test('a campaign report is what it cost and what it brought, over the days in its second line', async () => {
  const { notebook } = await taken(GOOGLE)
  expect(notebook.counts()).toEqual({ channels: 1, costs: 2, traffic: 3 })
  expect(notebook.all('costs').map(({ amount, campaign }) => [campaign, amount.minor])).toEqual([
    ['Search - LED - EU', 120_450],
    ['Search, Brand', 30_000],
  ])
})

test('the same report in its other encoding restates nothing, the days of it one by one are held back', async () => {
  const { notebook } = await taken(GOOGLE)
  expect((await taken('ads/made/google_ads_Campaign_report_ExcelCSV_utf16.csv', notebook)).counts).toEqual({
    same: 3,
  })
  expect((await taken('ads/made/google_ads_daily.csv', notebook)).counts).toEqual({ duplicate: 2 })
})

test('the account total of a network is no campaign, the currency stands in the heading', async () => {
  const { notebook } = await taken('ads/made/meta_ads_campaigns.csv')
  expect(notebook.all('costs').map(({ amount }) => amount)).toEqual([
    { minor: 75_150, currency: 'USD' },
    { minor: 27_600, currency: 'USD' },
  ])
})

test("Alibaba's advertising is in CNY, day by day, and its sum is no day", async () => {
  const { notebook } = await taken('alibaba/made/全站推广报表-2026-10-05 15_11_17.xlsx')
  const costs = notebook.all('costs')
  expect(costs).toHaveLength(30)
  expect(costs[0]).toMatchObject({ on: '2026-09-01', amount: { minor: 2000, currency: 'CNY' } })
  expect(costs.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(119_595)
})

test('visits of Analytics: of two periods the newest, of two tables the first, and never a total', async () => {
  const compared = await taken('analytics/made/ga4_comparison_date_range.csv')
  expect(compared.reading.rejected.map(({ code }) => code)).toEqual(['import.reject.olderPeriod'])
  const { notebook } = await taken('analytics/made/ga4_Traffic_acquisition_two_blocks.csv')
  const visits = notebook.all('traffic')
  expect(visits).toHaveLength(7)
  expect(visits[0]).toMatchObject({
    what: 'Organic Search',
    visits: 1204,
    engagedVisits: 855,
    conversions: 20,
  })
})

test('a list of expenses belongs to the fair in its title, each line with its own currency and kind', async () => {
  const { notebook } = await taken('orders/made/展会费用明细.xlsx')
  const [fair] = notebook.all('touchpoints')
  expect(fair).toMatchObject({ kind: 'fair', name: '第140届广交会' })
  expect(
    notebook
      .all('costs')
      .map(({ category, amount, on, touchpointId }) => [
        category,
        `${amount.minor} ${amount.currency}`,
        on,
        touchpointId === fair?.id,
      ]),
  ).toEqual([
    ['booth', '2800000 CNY', '2026-08-01', true],
    ['build', '1250050 CNY', '2026-09-12', true],
    ['travel', '326000 CNY', '2026-10-13', true],
    ['other', '108800 CNY', '2026-10-14', true],
    ['samples', '15230 USD', '2026-10-15', true],
  ])
})

test('an amount without a currency is asked about, and taken once the person has said which', async () => {
  const list = '日期,类别,金额\n2026-10-13,展位费,"28,000.00"\n2026-10-14,打车,88\n'
  const asked = await readText(list)
  expect(asked.records).toEqual([])
  expect(asked.rejected.map(({ code }) => code)).toEqual(Array(2).fill('import.reject.noCurrency'))
  expect(asked.decisions.find(({ what }) => what === 'currency')).toMatchObject({ chosen: null, ask: true })
  const told = await readText(list, { currency: 'CNY' })
  expect(told.records.map(({ figure }) => figure?.cost?.amount.minor)).toEqual([2_800_000, 8800])
})

test('search terms have no days until the person says which', async () => {
  const terms = 'Top queries,Clicks,Impressions,CTR,Position\nled strip,12,340,3.5%,8.1\n'
  expect((await readText(terms)).rejected.map(({ code }) => code)).toEqual(['import.reject.noPeriod'])
  const period = { from: '2026-07-01', to: '2026-09-30' }
  const [record] = (await readText(terms, { period })).records
  expect(record?.figure).toMatchObject({ period, counts: { clicks: 12, impressions: 340 } })
})

test('trade assurance orders: goods with freight less discount, closed ones fell through', async () => {
  const { notebook, counts } = await taken('alibaba/made/信保订单导出_2026-10-05.xlsx')
  const orders = notebook.all('orders')
  expect(orders).toHaveLength(30)
  expect(counts.duplicate ?? 0).toBe(0)
  const numbered = (number: string) => orders.find((order) => order.number === number)
  expect(numbered('241000000000000')).toMatchObject({
    on: '2019-01-01',
    total: { minor: 42_500, currency: 'USD' },
    status: 'closed',
    paymentTerms: '预付款: 96.00; 尾款: 224.00',
    lines: [{ description: 'OEM Lighting', quantity: '100' }],
  })
  expect(numbered('241000000000001')?.status).toBe('cancelled')
})

test('rows of a web shop that bear one number are one order, on the day where it was placed', async () => {
  const { notebook } = await taken('orders/made/shopify_orders_export.csv')
  const orders = notebook.all('orders')
  expect(orders).toHaveLength(12)
  expect(orders[0]).toMatchObject({ number: '#1000', on: '2019-01-01', total: { minor: 65_000 } })
  expect(orders[0]?.lines.map(({ description }) => description)).toEqual(['Lighting sample', 'Courier'])
})

test('invoices of two bookkeeping programs: lines added up, and paid ones closed', async () => {
  const xero = await taken('orders/made/xero_sales_invoices.csv')
  expect(xero.notebook.all('orders')).toHaveLength(12)
  expect(xero.notebook.all('orders')[0]).toMatchObject({
    total: { minor: 32_000, currency: 'USD' },
    milestones: [{ kind: 'balance', dueOn: '2019-01-31' }],
  })
  const books = await taken('orders/made/quickbooks_invoice_list.csv')
  expect(books.notebook.all('orders')[0]).toMatchObject({ number: '1', status: 'closed' })
})

const LEDGER = `外贸订单台账
PI号,客户,国家,日期,产品,数量,单价,金额,币种,定金,状态
PI-2026-001,Fictional Lighting LLC,美国,2026.10.5,LED bulb,1000,0.85,850,USD,30%,生产中
PI-2026-002,Fictional Toys Ltd,英国,2026年10月6日,Blocks,200,4,800,USD,240,已完成
PI-2026-003,Fictional Toys Ltd,英国,待定,Cars,10,4,40,USD,,
`

test('a ledger of orders is known by its columns; a second copy brings what has changed', async () => {
  const first = await readText(LEDGER)
  expect(first.kind).toBe('orders')
  expect(first.rejected.map(({ code }) => code)).toEqual(['import.reject.noPeriod'])
  const notebook = new PlainNotebook()
  notebook.apply(planFile(notebook, first.records).changes)
  expect(notebook.all('orders')).toMatchObject([
    {
      number: 'PI-2026-001',
      on: '2026-10-05',
      total: { minor: 85_000 },
      status: 'open',
      paymentTerms: '定金: 30%',
    },
    { number: 'PI-2026-002', on: '2026-10-06', total: { minor: 80_000 }, status: 'closed' },
  ])
  const later = await readText(LEDGER.replace('生产中', '已完成'))
  const { rows, changes } = planFile(notebook, later.records)
  expect(tally(rows)).toEqual({ update: 1, same: 1 })
  notebook.apply(changes)
  expect(notebook.all('orders').map(({ status }) => status)).toEqual(['closed', 'closed'])
})

test('who opened a letter is noted with people we know; strangers are held back', async () => {
  const notebook = new PlainNotebook()
  const people = await readText('Name,Email\nAvery Sample,avery.sample.0@fictional-lighting.example\n')
  notebook.apply(planFile(notebook, people.records).changes)
  const { counts } = await taken('mailing/made/mailchimp_campaign_clicked.csv', notebook)
  expect(counts).toEqual({ update: 1, duplicate: 5 })
  expect(notebook.all('engagements')).toMatchObject([{ kind: 'clicked', count: 1, origin: 'import' }])
  expect(notebook.all('customers')).toHaveLength(1)
})

test('guests of an event: who registered and who came', async () => {
  const guests = await readText(
    'name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,ticket_name\n' +
      'Ana Lagos,Ana,Lagos,ana@lagos.example,,2026-05-01T08:00:00Z,approved,2026-05-28T17:01:00Z,Free\n' +
      'Bo Lagos,Bo,Lagos,bo@lagos.example,,2026-05-02T08:00:00Z,approved,,Free\n',
  )
  expect(guests.format).toBe('luma')
  expect(guests.records.map(({ engagements }) => engagements?.list.map(({ kind }) => kind))).toEqual([
    ['registered', 'attended'],
    ['registered'],
  ])
})

test('a mailing list gives members since when; who has unsubscribed leaves and no list brings them back', async () => {
  const { notebook } = await taken('mailing/made/subscribed_members_export_fa1234567.csv')
  const members = notebook.all('memberships')
  expect(members).toHaveLength(50)
  expect(notebook.all('carriers')).toMatchObject([{ name: 'Mailchimp', kind: 'emailList' }])
  expect(members.map(({ joinedAt }) => joinedAt)).toContain(Date.parse('2019-01-01T00:00:00Z'))
  await taken('mailing/made/unsubscribed_members_export_fa1234567.csv', notebook)
  const left = () => notebook.all('memberships').filter(({ leftAt }) => leftAt !== undefined)
  expect(left()).toHaveLength(8)
  expect(left().map(({ leftReason }) => leftReason)).toEqual(Array(8).fill('unsubscribed'))
  expect(left().map(({ leftAt }) => leftAt)).toContain(Date.parse('2019-01-01T00:00:00Z'))
  await taken('mailing/made/subscribed_members_export_fa1234567.csv', notebook)
  expect(left()).toHaveLength(8)
  expect(notebook.all('memberships')).toHaveLength(50)
})

test('a statement: money in is paid by customers we know, for the order it names; money out is a cost', async () => {
  const notebook = new PlainNotebook()
  const ledger = await readText(
    'PI号,客户,日期,金额,币种\nPI-2026-001,Fictional Toys Ltd,2020-06-01,2000,USD\n',
  )
  notebook.apply(planFile(notebook, ledger.records).changes)
  const { counts } = await taken('orders/made/wise_statement.csv', notebook)
  const [payment, ...others] = notebook.all('payments')
  expect(others).toEqual([])
  expect(payment).toMatchObject({
    on: '2020-06-12',
    amount: { minor: 101_050, currency: 'USD' },
    orderId: notebook.all('orders')[0]?.id,
    reference: 'PI-2026-001',
  })
  expect(notebook.all('customers')).toHaveLength(1)
  expect(notebook.all('costs').map(({ amount }) => amount.minor)).toContain(2000)
  // Ten of the fifteen lines are money in, nine of them from nobody that the notebook knows.
  expect(counts.duplicate).toBe(9)
})

const ALIPAY = `------------------------------------------------------------------------------------
支付宝账户：fictional@example.com
起始时间：[2026-09-01 00:00:00]    终止时间：[2026-09-30 23:59:59]
------------------------支付宝支付科技有限公司  电子客户回单------------------------
交易时间            ,交易分类  ,交易对方        ,商品说明      ,收/支   ,金额    ,交易状态  ,交易订单号\t,备注
2026-09-02 10:00:00 ,商业服务  ,虚构展览公司    ,展位费定金    ,支出    ,5000.00 ,交易成功  ,2026090200001\t,
2026-09-03 11:00:00 ,转账      ,虚构贸易公司    ,货款          ,收入    ,1200.50 ,交易成功  ,2026090300002\t,
2026-09-04 11:00:00 ,转账      ,余额宝          ,转入          ,不计收支,88.00   ,交易成功  ,2026090400003\t,
2026-09-05 11:00:00 ,转账      ,虚构贸易公司    ,货款          ,收入    ,1.00    ,交易关闭  ,2026090500004\t,
`

test('a Chinese payment service: its own words for the way, the state and what is no income', async () => {
  const reading = await readText(ALIPAY)
  expect([reading.format, reading.kind, reading.headerRow]).toEqual(['alipay', 'payments', 4])
  expect(reading.records.map(({ figure, payment }) => [figure?.cost?.category, payment?.amount])).toEqual([
    ['booth', undefined],
    [undefined, { minor: 120_050, currency: 'CNY' }],
  ])
  expect(reading.rejected.map(({ code }) => code)).toEqual([
    'import.reject.neitherWay',
    'import.reject.notCarriedOut',
  ])
})
