import { normaliseHeader } from './aliases'
import { OWN_ID_HEADER } from './ownIds'

/** What a format's rows are about. */
export type FormatKind =
  | 'contacts'
  | 'enquiries'
  | 'messages'
  | 'engagement'
  | 'orders'
  | 'payments'
  | 'metrics'
  | 'costs'

/** What a signature looks at: normalised headers, and what stands around the table. */
export interface SignatureInput {
  readonly keys: ReadonlySet<string>
  readonly fileName: string
  /** Text of the rows above the header, one string a row. */
  readonly preamble: readonly string[]
  /** Text of the last rows of the file. */
  readonly tail: readonly string[]
}

/** One source that we can tell by its table. */
interface FormatRule {
  readonly id: string
  readonly kind: FormatKind
  readonly matches: (input: SignatureInput) => boolean
  /** When this column (key) is empty the row is the account's total, not data. */
  readonly totalWhenEmpty?: string
  /** Every file of this source is in this encoding when its bytes fit; a narrower name than windows-1252. */
  readonly encodingName?: string
}

function all(...names: string[]): (input: SignatureInput) => boolean {
  const keys = names.map(normaliseHeader)
  return ({ keys: have }) => keys.every((key) => have.has(key))
}

function any(...names: string[]): (input: SignatureInput) => boolean {
  const keys = names.map(normaliseHeader)
  return ({ keys: have }) => keys.some((key) => have.has(key))
}

function both(...tests: ((input: SignatureInput) => boolean)[]): (input: SignatureInput) => boolean {
  return (input) => tests.every((test) => test(input))
}

function not(test: (input: SignatureInput) => boolean): (input: SignatureInput) => boolean {
  return (input) => !test(input)
}

function hasKey(pattern: RegExp): (input: SignatureInput) => boolean {
  return ({ keys }) => [...keys].some((key) => pattern.test(key))
}

const FAIR_TITLE = /(第?\s*\d+\s*届)?.*(广交会|交易会|展|fair|expo|messe)/i
// Badge ID, Scan date, Scanned By, Scan-Zeitpunkt, Erfasst am, Gescannt von.
const LEAD_KEY =
  /^(badge(id|number|nummer|nr\.?|barcode)?|scan(date|datum|time|zeit|zeitpunkt|user|nedby|nedat|nedon)|datescanned|timescanned|capture(date|time|dby|dat)|erfasst(am|von)|erfassungs(datum|zeit|zeitpunkt)|gescannt(am|von|um))$/
const CONTACT_KEYS = /公司|客户|采购商|company|联系人|姓名|contact|name|手机|电话|邮箱|email|phone/

/** Every format, first match wins; the order matters where one table contains another's columns. */
const RULES = [
  { id: 'orchard-contacts', kind: 'contacts', matches: all(OWN_ID_HEADER) },
  { id: 'linkedin-connections', kind: 'contacts', matches: all('First Name', 'Last Name', 'Connected On') },
  { id: 'linkedin-messages', kind: 'messages', matches: all('CONVERSATION ID', 'FROM', 'CONTENT') },
  { id: 'linkedin-invitations', kind: 'messages', matches: all('Sent At', 'Direction', 'From', 'To') },
  {
    id: 'google-contacts-new',
    kind: 'contacts',
    matches: both(all('First Name', 'Labels'), any('E-mail 1 - Label', 'Phonetic First Name')),
  },
  {
    id: 'google-contacts-old',
    kind: 'contacts',
    matches: (input) =>
      any('E-mail 1 - Type')(input) || both(all('Given Name'), any('Yomi Name', 'Group Membership'))(input),
  },
  {
    id: 'outlook-csv-via-google',
    kind: 'contacts',
    matches: both(
      all('E-mail Address', 'Home Address', 'Business Address', 'Internet Free Busy'),
      not(any('E-mail Type')),
    ),
  },
  {
    id: 'outlook-csv',
    kind: 'contacts',
    matches: (input) =>
      both(
        all('E-mail Address'),
        any('Business Phone', 'Business Street', 'Sensitivity', 'Web Page'),
      )(input) ||
      all('电子邮件地址', '商务电话')(input) ||
      both(all('E-Mail-Adresse'), hasKey(/^(telefon)?geschäftlich/))(input),
  },
  { id: 'zoho-notes', kind: 'messages', matches: both(all('Record Id'), hasKey(/^parentid\.id$/)) },
  { id: 'zoho-leads', kind: 'contacts', matches: both(all('Record Id'), hasKey(/\.id$/)) },
  { id: 'hubspot-deals', kind: 'orders', matches: both(all('Record ID'), any('Deal Stage', 'Deal Name')) },
  {
    id: 'hubspot-contacts',
    kind: 'contacts',
    matches: both(all('Record ID'), any('Lifecycle Stage', 'Lead Status', 'Contact owner', 'Company owner')),
  },
  { id: 'salesforce-dataloader', kind: 'contacts', matches: all('IsDeleted', 'OwnerId') },
  {
    id: 'salesforce-report',
    kind: 'contacts',
    encodingName: 'iso-8859-1',
    matches: (input) =>
      any('Company / Account')(input) ||
      (any('Lead Owner', 'Account Name', 'Account Owner')(input) &&
        input.tail.some((line) => /salesforce\.com/i.test(line))),
  },
  { id: 'mailchimp-unsubscribed', kind: 'contacts', matches: all('Email Address', 'UNSUB_TIME') },
  { id: 'mailchimp-cleaned', kind: 'contacts', matches: all('Email Address', 'CLEAN_TIME') },
  {
    id: 'mailchimp-activity',
    kind: 'engagement',
    matches: both(all('Email Address', 'MEMBER_RATING'), any('Opens', 'Clicks')),
  },
  {
    id: 'eventbrite',
    kind: 'engagement',
    matches: both(all('Order #', 'Event Name'), any('Attendee Status', 'Ticket Type')),
  },
  { id: 'luma', kind: 'engagement', matches: all('ticket_name', 'approval_status', 'email') },
  { id: 'tito', kind: 'engagement', matches: all('Ticket', 'Reference', 'Email', 'Registration Date') },
  {
    id: 'mailchimp-audience',
    kind: 'contacts',
    matches: both(all('Email Address', 'MEMBER_RATING'), any('LEID', 'EUID')),
  },
  {
    id: 'brevo-contacts',
    kind: 'contacts',
    matches: both(all('EMAIL'), any('EMAIL_BLACKLISTED', 'DOUBLE_OPT-IN', 'ADDED_TIME')),
  },
  { id: 'listmonk-export', kind: 'contacts', matches: all('email', 'name', 'attributes') },
  {
    id: 'facebook-lead-ads',
    kind: 'enquiries',
    matches: both(all('form_id', 'created_time'), any('full_name', 'email')),
  },
  {
    id: 'ga4-traffic',
    kind: 'metrics',
    matches: (input) =>
      input.preamble.some((line) =>
        /^# (Start date|Date de début|Startdatum|Fecha de inicio|开始日期)[^:：]*[:：]\s*\d{8}/i.test(line),
      ) || both(any('Sessions'), hasKey(/^(session.*(channelgroup|source|medium)|firstuser)/))(input),
  },
  {
    id: 'gsc',
    kind: 'metrics',
    matches: both(any('Top queries', 'Top pages'), all('Clicks', 'Impressions')),
  },
  {
    id: 'google-ads',
    kind: 'costs',
    matches: (input) => all('Impr.', 'Clicks', 'Cost')(input) || all('展示次数', '费用')(input),
  },
  {
    id: 'meta-ads',
    kind: 'costs',
    totalWhenEmpty: 'campaignname',
    matches: (input) =>
      any('Reporting starts')(input) || hasKey(/^(amountspent|المبلغالذيتمإنفاقه)[a-z]{3}$/)(input),
  },
  { id: 'linkedin-ads', kind: 'costs', matches: all('Total Spent', 'Campaign Group Name') },
  {
    id: 'tiktok-ads',
    kind: 'costs',
    matches: both(all('Campaign name', 'Cost', 'Impressions'), any('By Day', 'Clicks (destination)')),
  },
  { id: 'mic-inquiry', kind: 'enquiries', matches: all('询盘标题', '询盘产品') },
  {
    id: 'globalsources-inquiry',
    kind: 'enquiries',
    matches: both(all('Inquiry Date', 'Buyer Name'), any('RFQ No.', 'Business Type')),
  },
  {
    id: 'alibaba-inquiry',
    kind: 'enquiries',
    matches: (input) =>
      any('询盘编号', '询盘主题', '询盘时间')(input) ||
      (/(^|[\\/])询盘_/.test(input.fileName) && hasKey(/买家|国家|产品|主题|subject|country/)(input)),
  },
  {
    id: 'okki-customers',
    kind: 'contacts',
    matches: (input) => any('联系人昵称')(input) || all('社交平台', '公司名称')(input),
  },
  { id: 'alibaba-customers', kind: 'contacts', matches: hasKey(/客户阶段$/) },
  { id: 'alibaba-orders', kind: 'orders', matches: all('订单编号', '订单状态', '买家国家') },
  {
    id: 'alibaba-ads',
    kind: 'costs',
    matches: both(all('曝光量'), hasKey(/^(花费|产品id)/), hasKey(/商机量$/)),
  },
  {
    id: 'alibaba-products',
    kind: 'metrics',
    matches: ({ preamble }) => preamble.some((line) => /^.+,时间周期\d{4}-\d\d-\d\d~/.test(line)),
  },
  {
    id: 'camcard',
    kind: 'contacts',
    matches: (input) =>
      all('Creation Date', 'Full Name', 'Company 1')(input) || all('创建时间', '姓名', '公司1')(input),
  },
  { id: 'shopify-orders', kind: 'orders', matches: all('Name', 'Financial Status', 'Lineitem name') },
  { id: 'wise-statement', kind: 'payments', matches: all('TransferWise ID') },
  {
    id: 'paypal-activity',
    kind: 'payments',
    matches: (input) => any('Balance Impact')(input) || all('Gross', 'Fee', 'Net')(input),
  },
  { id: 'stripe', kind: 'payments', matches: any('Created (UTC)', 'Created date (UTC)') },
  { id: 'alipay', kind: 'payments', matches: all('交易时间', '交易对方', '收/支', '金额') },
  { id: 'wechat-pay', kind: 'payments', matches: all('交易时间', '交易对方', '收/支', '金额(元)') },
  {
    id: 'bank-statement',
    kind: 'payments',
    matches: both(
      any('交易日期', '记账日期', '交易时间'),
      any('交易金额', '交易金额(收入)', '收入金额', '贷方金额', '金额'),
      any('余额', '联机余额', '对方户名', '对方账户名'),
    ),
  },
  { id: 'xero-invoices', kind: 'orders', matches: all('*ContactName', '*InvoiceNumber') },
  {
    id: 'quickbooks-report',
    kind: 'orders',
    matches: (input) => all('Customer', 'Num')(input) && input.preamble.length > 0,
  },
  {
    id: 'goto-webinar',
    kind: 'engagement',
    matches: both(all('Attended', 'Interest Rating'), any('Email Address', 'Email')),
  },
  {
    id: 'zoom-webinar',
    kind: 'engagement',
    matches: all('Join Time', 'Time in Session (minutes)', 'Email'),
  },
  { id: 'teams-attendance', kind: 'engagement', matches: all('Name', 'First Join', 'Last Leave') },
  {
    id: 'google-forms',
    kind: 'engagement',
    matches: both(
      any('Timestamp', '时间戳记', 'Zeitstempel', 'Horodateur', 'Marca temporal'),
      any(
        ...['Email Address', 'Username', '电子邮件地址', 'E-Mail-Adresse', 'Adresse e-mail'],
        ...['Dirección de correo electrónico', 'Nombre de usuario', 'Nutzername'],
      ),
    ),
  },
  {
    id: 'fair-leads',
    kind: 'contacts',
    matches: (input) =>
      hasKey(LEAD_KEY)(input) ||
      all('Lead source', 'Rating')(input) ||
      all('Origin', 'Company Name', 'Job title', 'Email')(input),
  },
  {
    id: 'fair-buyers',
    kind: 'contacts',
    matches: (input) =>
      input.preamble.some((line) => FAIR_TITLE.test(line)) &&
      [...input.keys].filter((key) => CONTACT_KEYS.test(key)).length >= 2,
  },
] as const satisfies readonly FormatRule[]

/** Formats told by other means than a table's columns. */
export const OTHER_FORMATS = ['table', 'vcard', 'whatsapp-chat', 'mail', 'pasted'] as const

/** Id of a format: where a file comes from. `table` is any other table, mapped by aliases. */
export type FormatId = (typeof RULES)[number]['id'] | (typeof OTHER_FORMATS)[number]

/** All of them, for what must be one. */
export const FORMAT_IDS: readonly FormatId[] = [...RULES.map(({ id }) => id), ...OTHER_FORMATS]

const OTHER_KINDS: Readonly<Partial<Record<FormatId, FormatKind>>> = {
  'whatsapp-chat': 'messages',
  mail: 'messages',
  pasted: 'enquiries',
}

/** Which format the table is; `table` when no signature fits. */
export function detectFormat(input: SignatureInput): FormatId {
  return RULES.find((rule) => rule.matches(input))?.id ?? 'table'
}

/** What the rows of a format are about. */
export function formatKind(id: FormatId): FormatKind {
  return ruleOf(id)?.kind ?? OTHER_KINDS[id] ?? 'contacts'
}

/** Whether rows of a kind are about days and money, and about nobody. */
export function isFigureKind(kind: FormatKind): boolean {
  return kind === 'costs' || kind === 'metrics'
}

/** Whether only the columns of its own kind mean anything in a table: in a statement nobody has a telephone. */
export function isAboutMoney(kind: FormatKind): boolean {
  return isFigureKind(kind) || kind === 'payments'
}

/** Key of the column whose emptiness marks a total, if the format has such rows. */
export function totalColumn(id: FormatId): string | undefined {
  return ruleOf(id)?.totalWhenEmpty
}

/** The narrower encoding name that the source itself gives to what decodes as windows-1252. */
export function statedEncoding(id: FormatId): string | undefined {
  return ruleOf(id)?.encodingName
}

function ruleOf(id: FormatId): FormatRule | undefined {
  return RULES.find((rule) => rule.id === id)
}
