import { normaliseHeader } from './aliases'
import type { FormatKind } from './formats'
import type { Target } from './targets'

/** Names of columns that mean this only in a table of figures: in a list of people `Clicks` is a column of its own. */
const FIGURE_NAMES: readonly (readonly [Target, string])[] = [
  ['date', 'day|by day|date|日期|datum|tag|fecha|jour'],
  ['period.from', 'reporting starts|start date|starts|from|开始日期|起始日期|بداية التقارير'],
  ['period.to', 'reporting ends|end date|to|结束日期|截止日期|نهاية التقارير'],
  ['period.range', 'date range|period|month|year month|时间周期|统计时间|月份|月'],
  ['amount', 'amount|cost|spend|total spent|amount spent|fee|金额|费用|花费|花费(元)|支出|betrag|montant'],
  ['currency', 'currency|currency code|币种|货币|währung|devise'],
  ['figure.account', 'account name|account|ad account|账户|账号名称'],
  ['figure.campaign', 'campaign|campaign name|广告系列|推广计划|计划名称|اسم الحملة'],
  ['figure.what', 'ad set name|ad group|ad group name|ad name|广告组|اسم مجموعة الإعلانات|اسم الإعلان'],
  [
    'cost.category',
    'category|type|cost type|expense type|类别|费用类别|费用类型|科目|项目|kategorie|catégorie',
  ],
  ['cost.voucher', 'voucher|voucher no|receipt|receipt no|凭证号|单据号|发票号|发票号码|beleg'],
  ['note', 'note|notes|description|memo|details|摘要|说明|备注|用途|beschreibung'],
  ['count.impressions', 'impr.|impressions|曝光量|曝光次数|展示次数|展现量|搜索曝光次数|مرات الظهور'],
  ['count.clicks', 'clicks|link clicks|clicks (destination)|clicks (all)|点击量|点击次数|搜索点击次数'],
  ['count.visits', 'sessions|visits|访问次数|会话|sitzungen|sesiones'],
  ['count.visitors', 'visitors|users|active users|total users|访客数|访问人数|用户数|utilisateurs actifs'],
  ['count.engagedVisits', 'engaged sessions|sitzungen mit interaktionen'],
  [
    'count.conversions',
    'conversions|key events|results|leads|complete payment|événements clés|转化次数|转化|商机量|全站商机量',
  ],
  ['count.enquiries', '询盘量|询盘个数|enquiries|inquiries'],
  ['count.orders', '订单量|提交订单个数'],
  ['count.revenue', 'total revenue|revenue|conv. value|purchases conversion value|revenu total|转化价值'],
]

/** Names of columns in a ledger of orders, beside those of people and companies. */
const ORDER_NAMES: readonly (readonly [Target, string])[] = [
  [
    'order.number',
    'order no|order number|order #|order id|pi no|pi no.|pi number|invoice no|invoice number|num|订单号|订单编号|pi号|合同号|合同编号|发票号|bestellnummer|auftragsnummer|rechnungsnummer',
  ],
  [
    'order.on',
    'order date|date|invoice date|created at|日期|下单日期|订单日期|签单日期|成交日期|订单创建时间|datum',
  ],
  [
    'order.total',
    'order total|total amount|total|amount|order amount|order value|金额|订单金额|总金额|总价|订单总价|合同金额|货值|betrag|gesamtbetrag',
  ],
  ['order.currency', 'currency|currency code|币种|货币|währung'],
  ['order.status', 'order status|status|financial status|fulfillment status|状态|订单状态|进度'],
  ['order.freight', 'freight|shipping|shipping fee|运费'],
  ['order.discount', 'discount|discount amount|折扣|折扣金额'],
  ['order.tax', 'tax|taxes|vat|税费|税额'],
  ['order.deposit', 'deposit|prepayment|down payment|advance|定金|订金|预付款|anzahlung'],
  ['order.balance', 'balance|balance payment|尾款|余款|restzahlung'],
  ['order.open', 'open balance|open amount|未收款|未付金额'],
  ['order.shipBy', 'delivery date|ship by|etd|交期|交货期|交货日期|约定发货时间|liefertermin'],
  ['order.shippedOn', 'shipped on|shipped at|fulfilled at|ship date|实际发货时间|发货日期|出货日期|出运日期'],
  ['order.note', 'note|notes|memo|remark|remarks|memo/description|备注|bemerkung'],
  [
    'line.name',
    'product|product name|item|description|lineitem name|产品|产品名称|品名|货物名称|型号|artikel|produkt',
  ],
  ['line.quantity', 'quantity|qty|lineitem quantity|数量|menge|anzahl'],
  ['line.price', 'unit price|price|unit amount|lineitem price|单价|einzelpreis|stückpreis'],
]

/** Names of columns in statements of banks and payment services. */
const PAYMENT_NAMES: readonly (readonly [Target, string])[] = [
  ['payment.number', 'transaction id|transferwise id|id|交易订单号|交易单号|交易流水号|流水号|凭证号'],
  ['payment.on', 'date|created (utc)|created|booking date|交易时间|交易日期|记账日期|日期'],
  ['payment.amount', 'amount|gross|billing amount|交易金额|金额|金额(元)'],
  ['payment.in', '交易金额(收入)|收入金额|收入|贷方金额|credit|paid in'],
  ['payment.out', '交易金额(支出)|支出金额|支出|借方金额|debit|paid out'],
  ['payment.direction', '收/支|balance impact|direction|借贷标志'],
  ['payment.currency', 'currency|billing currency|交易币种|币种|币别|货币'],
  [
    'payment.party',
    'name|payer name|customer name|counterparty|交易对方|对方户名|对方账户名|对方名称|对手信息',
  ],
  ['payment.email', 'from email address|customer email|email'],
  ['payment.reference', 'payment reference|reference|invoice number|附言|用途|商户单号|商家订单号'],
  ['payment.fee', 'fee|fees|total fees|手续费'],
  ['payment.refunded', 'amount refunded'],
  ['payment.status', 'status|交易状态|当前状态'],
  ['payment.note', 'description|note|memo|subject|摘要|商品说明|商品|交易摘要|交易名称|交易详情|备注'],
]

const ALIASES: Partial<Record<FormatKind, ReadonlyMap<string, Target>>> = {
  costs: byKey(FIGURE_NAMES),
  metrics: byKey(FIGURE_NAMES),
  orders: byKey(ORDER_NAMES),
  payments: byKey(PAYMENT_NAMES),
}

/** The target that a header suggests in a table of this kind, before the names that mean the same everywhere. */
export function kindAlias(kind: FormatKind, header: string): Target | undefined {
  const key = normaliseHeader(header)
  const names = ALIASES[kind]
  // `Amount spent (USD)`: the currency in a heading says in what, not what.
  return names?.get(key) ?? names?.get(key.replace(/[a-z]{3}$/, ''))
}

function byKey(names: readonly (readonly [Target, string])[]): ReadonlyMap<string, Target> {
  const map = new Map<string, Target>()
  for (const [target, list] of names) {
    for (const name of list.split('|')) {
      const key = normaliseHeader(name)
      if (!map.has(key)) map.set(key, target)
    }
  }
  return map
}
