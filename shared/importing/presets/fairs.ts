import type { ImportTouchpoint } from '../importRecord'
import { parseDate } from '../values/date'
import type { Preset } from './preset'

/** Lead-retrieval apps (Swapcard, Cvent, CompuSystems, talque): contact block, scan, and this event's questions. */
export const fairLeads: Preset = {
  columns: {
    'Lead ID': 'externalId',
    'Badge ID': 'externalId',
    'Date Scanned': 'inter.when',
    'Scan date': 'inter.when',
    'Scan time': 'inter.time',
    'Time Scanned': 'inter.time',
    Time: 'inter.time',
    Uhrzeit: 'inter.time',
    ST: 'address',
    'Scan-Zeit': 'inter.time',
    'Scan-Datum': 'inter.when',
    'Scan-Zeitpunkt': 'inter.when',
    'Erfasst am': 'inter.when',
    Erfassungsdatum: 'inter.when',
    'Gescannt am': 'inter.when',
    Date: 'inter.when',
    'Capture Date': 'inter.when',
    'Captured At': 'inter.when',
    'Erfasst von': 'extra',
    'Gescannt von': 'extra',
    Bewertung: 'grade',
    Bemerkung: 'inter.text',
    Bemerkungen: 'inter.text',
    Notizen: 'inter.text',
    Comments: 'inter.text',
    'Scanned By': 'extra',
    'Lead source': 'channel',
    Origin: 'channel',
    Rating: 'grade',
    Notes: 'inter.text',
    Tags: 'tags',
    Title: 'person.title',
  },
  channel: 'fair',
  interaction: 'met',
  qualifiers: true,
  externalScheme: 'badge',
}

/** Chinese fair lists: title rows name the edition, cells mix booth and day. */
export const fairBuyers: Preset = {
  columns: {
    序号: 'none',
    '展位/日期': 'touch.boothDate',
    展位: 'touch.booth',
    日期: 'inter.when',
    意向产品: 'product',
    采购意向: 'product',
    备注: 'inter.text',
    采购量级: 'answer',
  },
  channel: 'fair',
  interaction: 'met',
  qualifiers: true,
  touchpoint: fairOf,
}

/**
 * The fair that a title names. The Canton Fair counts 2 editions a year since 1957: number = 2 x (year - 1957) + 1
 * in spring, + 2 in autumn (138 = autumn 2025).
 * @example fairOf(['第140届广交会 境外采购商名单']) // { name: '第140届广交会', edition: 140, year: 2026 }
 */
export function fairOf(titleRows: readonly string[]): ImportTouchpoint | undefined {
  for (const title of titleRows) {
    const match =
      /(?:第\s*(\d{1,3})\s*届)?\s*([\p{L}\p{N}&' -]*?(?:广交会|交易会|博览会|展览会|展会|展|fair|expo|messe))/iu.exec(
        title,
      )
    if (!match) continue
    const edition = match[1] === undefined ? undefined : Number(match[1])
    const stated = /20\d\d/.exec(title)?.[0]
    const canton = /广交会|canton/i.test(match[0])
    const year = stated
      ? Number(stated)
      : canton && edition
        ? 1957 + Math.floor((edition - 1) / 2)
        : undefined
    return {
      name: match[0].trim(),
      ...(edition === undefined ? {} : { edition }),
      ...(year === undefined ? {} : { year }),
    }
  }
  return undefined
}

/** Splits `10.2K15 / 10月15日` into booth and day; a lone day or a lone booth is fine too. */
export function splitBoothDate(text: string, year: number | undefined): { booth?: string; day?: string } {
  const context = year === undefined ? {} : { year }
  const whole = parseDate(text, context)
  if (whole?.kind === 'date') return { day: whole.text }
  let booth: string | undefined
  let day: string | undefined
  for (const part of text.split(/\s*[/／,，;；]\s*/)) {
    const date = parseDate(part, context)
    if (date?.kind === 'date') day ??= date.text
    else if (part.trim() !== '' && date === undefined) booth ??= part.trim()
  }
  return { ...(booth ? { booth } : {}), ...(day ? { day } : {}) }
}
