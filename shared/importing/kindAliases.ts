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

const ALIASES: Partial<Record<FormatKind, ReadonlyMap<string, Target>>> = {
  costs: byKey(FIGURE_NAMES),
  metrics: byKey(FIGURE_NAMES),
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
