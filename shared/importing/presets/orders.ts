import type { Preset } from './preset'

/** Alibaba trade assurance: the goods, with freight and discount beside them; a closed order is one that fell through. */
export const alibabaOrders: Preset = {
  columns: {
    订单编号: 'order.number',
    订单创建时间: 'order.on',
    订单状态: 'order.status',
    订单类型: 'extra',
    币种: 'order.currency',
    订单总价: 'order.total',
    买家国家: 'country',
    买家名称: 'person.full',
    买家邮箱: 'email',
    公司名称: 'company.name',
    卖家名称: 'extra',
    SKU规格: 'extra',
    是否有合同附件: 'none',
  },
  addsFreight: true,
  currency: 'USD',
  channel: 'alibaba',
}

/** Shopify: one row a line of an order; all but its number and the buyer's mail stands in the first of them. */
export const shopifyOrders: Preset = {
  columns: {
    Name: 'order.number',
    Email: 'email',
    'Created at': 'order.on',
    'Paid at': 'extra',
    'Cancelled at': 'order.cancelled',
    Subtotal: 'none',
    'Discount Code': 'extra',
    'Lineitem sku': 'extra',
    'Billing Name': 'person.full',
    'Billing Company': 'company.name',
    'Billing Country': 'country',
    'Billing Phone': 'phone',
    Notes: 'order.note',
    Source: 'extra',
    Tags: 'extra',
    Phone: 'phone',
  },
  patterns: [
    { header: /^billing(address1|address2|city|zip|province)$/, target: 'address' },
    { header: /^(billingstreet|shipping.+|lineitem(compare|requires|taxable|fulfil).*)$/, target: 'none' },
  ],
  channel: 'webshop',
}

/** Xero's sales invoices: one row a line, the total is the sum; dates as in Britain. */
export const xeroInvoices: Preset = {
  columns: {
    '*ContactName': 'company.name',
    EmailAddress: 'email',
    POCountry: 'country',
    '*InvoiceNumber': 'order.number',
    '*InvoiceDate': 'order.on',
    '*DueDate': 'order.payBy',
    '*Description': 'line.name',
    '*Quantity': 'line.quantity',
    '*UnitAmount': 'line.price',
    // A percentage of its line: kept, since the total is of the lines as they stand.
    Discount: 'extra',
    Reference: 'extra',
  },
  patterns: [{ header: /^po(addressline\d|city|region|postalcode)$/, target: 'address' }],
  dateOrder: 'dmy',
}

/** QuickBooks' list of invoices: one row an invoice; what is still open stands beside it. */
export const quickbooksInvoices: Preset = {
  columns: {
    Customer: 'company.name',
    Num: 'order.number',
    Amount: 'order.total',
    'Memo/Description': 'line.name',
  },
}

/** A deal is won or lost under these names, as HubSpot ships them and in languages that accounts are kept in. */
const WON = /closed\s*won|^won$|gewonnen|gagn[ée]|ganad[oa]|vinta|赢单|已成交|成交/i
const LOST = /closed\s*lost|^lost$|verloren|perdu|perdid[oa]|persa|输单|丢单|未成交/i

/**
 * HubSpot deals: they name their people only by the ids that HubSpot gave these, so that contacts come first. Of
 * several the first counts. A deal that has not been won is an offer: its day is the one it was made on, and the day
 * it is expected to be closed on is how long it stands.
 */
export const hubspotDeals: Preset = {
  columns: {
    'Record ID': 'order.number',
    'Deal Name': 'line.name',
    Amount: 'order.total',
    'Close Date': 'order.on',
    'Create Date': 'order.offeredOn',
    'Deal Stage': 'extra',
    'Deal owner': 'extra',
    'Associated Contact IDs': 'externalId',
    'Associated Company IDs': 'extra',
  },
  externalScheme: 'hubspot',
  knownByIdAlone: true,
  offer: (row) => {
    const stage = row.text('Deal Stage')
    if (LOST.test(stage)) return 'declined'
    return WON.test(stage) ? undefined : 'open'
  },
  refine: (record) => ({
    record: {
      ...record,
      externalIds: (record.externalIds ?? []).map((id) => ({
        ...id,
        value: id.value.split(';')[0]?.trim() ?? '',
      })),
    },
  }),
}
