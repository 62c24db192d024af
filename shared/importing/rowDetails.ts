import { normaliseHeader } from './aliases'
import type {
  ImportAmount,
  ImportHandle,
  ImportInteraction,
  ImportMoment,
  ImportRecord,
  ImportTouchpoint,
} from './importRecord'
import { isInFuture } from './inFuture'
import { splitBoothDate } from './presets/fairs'
import type { Preset } from './presets/preset'
import { addExtra, type Of, present, type RowContext, type RowValue, type Sinks } from './rowValues'
import { type DateReading, parseDate } from './values/date'
import { currencyOf, parseMoney } from './values/money'

type Details = Pick<
  ImportRecord,
  | 'tags'
  | 'note'
  | 'channel'
  | 'source'
  | 'grade'
  | 'answers'
  | 'productInterests'
  | 'amounts'
  | 'optOut'
  | 'updatedAt'
>

/** What happened, when, and at which fair. */
export function readInteraction(
  of: Of,
  context: RowContext,
  sinks: Sinks,
): { interaction?: ImportInteraction; touchpoint?: ImportTouchpoint } {
  const { preset } = context
  let at: ImportMoment | undefined
  let booth: string | undefined
  for (const value of [...of('inter.when'), ...of('date')]) {
    if (at !== undefined) {
      sinks.keep(value)
      continue
    }
    at = readMoment(value, context, sinks)
    // Taken all the same: what the file says is kept, and the person looks at it before it is imported.
    if (at !== undefined && isInFuture(at, context.today)) sinks.warn('import.warn.inFuture', value)
  }
  for (const value of of('touch.boothDate')) {
    const parts = splitBoothDate(value.text, context.touchpoint?.year ?? context.year)
    at ??= parts.day
    booth ??= parts.booth
    if (!parts.day && !parts.booth) sinks.keep(value)
  }
  booth ??= of('touch.booth')[0]?.text
  const time = of('inter.time')[0]
  const clocked = time && typeof at === 'string' ? parseDate(`${at} ${time.text}`) : undefined
  if (clocked?.kind === 'local') at = clocked.text
  else sinks.keep(time)
  const subject = of('inter.subject')[0]?.text
  const text = of('inter.text')
    .map((value) => value.text)
    .join('\n')
  const product = preset.interaction === 'enquiry' ? of('product')[0]?.text : undefined
  const named = of('touch')[0]?.text ?? context.touchpoint?.name
  const touchpoint = named
    ? { ...context.touchpoint, name: named, ...(booth ? { hallBooth: booth } : {}) }
    : undefined
  if (at === undefined && !subject && !text && !product && preset.interaction !== 'met')
    return touchpoint ? { touchpoint } : {}
  const kind = preset.interaction ?? (touchpoint ? 'met' : 'import')
  const interaction = { kind, ...present({ at, subject, text, product }) }
  return { interaction, ...(touchpoint ? { touchpoint } : {}) }
}

/** The moment in a cell; what can't be read is kept and said. */
export function readMoment(value: RowValue, context: RowContext, sinks: Sinks): ImportMoment | undefined {
  const order = context.dateOrders.get(value.column.index)
  const year = context.touchpoint?.year ?? context.year
  const reading = parseDate(value.text, {
    numbers: true,
    ...(order ? { order } : {}),
    ...(year === undefined ? {} : { year }),
  })
  const moment = momentOf(reading, context.preset.utc === true)
  if (moment !== undefined) return moment
  if (reading === undefined && /^[0\s/.:-]*$/.test(value.text)) return undefined
  sinks.keep(value)
  sinks.warn(reading?.kind === 'unclear' ? 'import.warn.dateOrderUnclear' : 'import.warn.badDate', value)
  return undefined
}

function momentOf(reading: DateReading | undefined, utc: boolean): ImportMoment | undefined {
  if (reading?.kind === 'date') return reading.text
  if (reading?.kind === 'instant') return reading.epochMs
  if (reading?.kind !== 'local') return undefined
  return utc ? Date.parse(`${reading.text}Z`) : reading.text
}

/** Ids of the source, LinkedIn slugs included. */
export function readExternalIds(
  of: Of,
  handles: readonly ImportHandle[],
  preset: Preset,
): { scheme: string; value: string }[] {
  const ids = of('externalId').map((value) => ({
    scheme: preset.externalScheme ?? `column:${normaliseHeader(value.column.header)}`,
    value: value.text,
  }))
  for (const handle of handles) {
    if (handle.kind === 'linkedin') ids.push({ scheme: 'linkedin', value: handle.value })
  }
  return ids
}

/** Tags, notes, source, grade, answers, amounts, opting out. */
export function readDetails(
  of: Of,
  context: RowContext,
  sinks: Sinks & { readonly extra: Record<string, string> },
): Details {
  const { preset } = context
  const tags = [...new Set(of('tags').flatMap((value) => splitTags(value.text)))].filter(
    (tag) => !preset.dropTags?.test(tag),
  )
  const note = of('note')
    .map((value) => value.text)
    .join('\n')
  const answers = of('answer').map((value) => ({ question: value.column.header, value: value.text }))
  const products = [
    ...new Set(
      of('product')
        .flatMap((value) => value.text.split(/\s*[;；、\n|]\s*/))
        .filter((text) => text !== ''),
    ),
  ]
  const amounts = of('amount').flatMap((value) =>
    readAmount(value, of('currency')[0]?.text, context, sinks.keep),
  )
  if (amounts.length === 0) of('currency').forEach(sinks.keep)
  const updated = of('updatedAt')[0]
  const updatedAt = updated && readMoment(updated, context, { keep: sinks.keep, warn: () => undefined })
  const optOut = isOptOut(of)
  for (const value of of('status', 'consent')) sinks.keep(value)
  for (const value of of('private')) if (isYes(value.text)) sinks.keep(value)
  for (const value of of('attributes')) readAttributes(value.text, sinks.extra)
  if (of('private').some((value) => isYes(value.text))) context.warnings.note('import.warn.private', 0)
  return {
    ...present({
      note,
      channel: preset.channel,
      source: of('channel')
        .map((value) => value.text)
        .join(', '),
      grade: of('grade')[0]?.text,
      updatedAt,
    }),
    ...(tags.length > 0 ? { tags } : {}),
    ...(answers.length > 0 ? { answers } : {}),
    ...(products.length > 0 ? { productInterests: products } : {}),
    ...(amounts.length > 0 ? { amounts } : {}),
    ...(optOut ? { optOut: true as const } : {}),
  }
}

/** `Fair ::: * myContacts`, `a;b`, `"a","b"` -> the tags. */
function splitTags(text: string): string[] {
  const separator = text.includes(':::') ? ':::' : /[;；]/.test(text) ? /[;；]/ : /[,，、]/
  return text
    .split(separator)
    .map((tag) =>
      tag
        .trim()
        .replace(/^\*\s*/, '')
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
    .filter((tag) => tag !== '')
}

function readAmount(
  value: RowValue,
  rowCurrency: string | undefined,
  context: RowContext,
  keep: Sinks['keep'],
): ImportAmount[] {
  const money = parseMoney(value.text, context.decimalMarks.get(value.column.index) ?? '.')
  if (!money || money.percent) {
    keep(value)
    return []
  }
  const currency = money.currency ?? currencyOf(rowCurrency ?? '') ?? currencyOf(value.column.header)
  return [{ label: value.column.header, amount: money.amount, ...(currency ? { currency } : {}) }]
}

function isOptOut(of: Of): boolean {
  if (of('optout').some((value) => isYes(value.text))) return true
  if (of('consent').some((value) => /^(no|false|0|否|n|nein|non)$/i.test(value.text))) return true
  return of('status').some((value) =>
    /^(unsubscribed|bounced|blocklisted|blacklisted|cleaned|disabled)$/i.test(value.text),
  )
}

function isYes(text: string): boolean {
  return /^(yes|true|1|是|y|x|ja|oui|sí|si|да|unsubscribed|opted out)$/i.test(text)
}

/** listmonk's JSON object of custom fields: plain values become columns. */
function readAttributes(text: string, extra: Record<string, string>): void {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null) throw new SyntaxError('not an object')
    for (const [key, value] of Object.entries(parsed))
      addExtra(extra, key, typeof value === 'string' ? value : JSON.stringify(value))
  } catch {
    addExtra(extra, 'attributes', text)
  }
}
