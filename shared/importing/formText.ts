import { aliasTarget } from './aliases'
import { cleanText } from './cell'
import { isIdentityTarget, type Target } from './targets'

/** One line of an enquiry form: `Company: Fictional Ltd`. */
export interface FormField {
  readonly label: string
  readonly value: string
}

const LINE = /^\s*[*•-]?\s*([\p{L}\p{N}][\p{L}\p{M}\p{N} ./()_*-]{0,40}?)\s*[:：]\s*(\S.*)$/u
const WAYS_TO_REACH = new Set<Target>(['email', 'phone', 'mobile', 'whatsapp', 'wechat'])
const LEAST_FIELDS = 3
// A form stands at the beginning; a signature or a quoted mail below is no part of it.
const LOOK_AT_LINES = 60

/**
 * The fields of an enquiry that a web form or a platform sends as text: at least three labels that we know, one of
 * them a way to reach somebody. Undefined for any other text.
 */
export function formFields(text: string): readonly FormField[] | undefined {
  const fields: FormField[] = []
  const targets = new Set<Target>()
  for (const line of text.split(/\r\n|\r|\n/).slice(0, LOOK_AT_LINES)) {
    const match = LINE.exec(line)
    const label = match?.[1] ?? ''
    const target = aliasTarget(label)
    if (!match || target === undefined || targets.has(target)) continue
    targets.add(target)
    fields.push({ label, value: cleanText(match[2] ?? '') })
  }
  const known = [...targets]
  const isForm =
    known.filter(isIdentityTarget).length >= 2 && known.some((target) => WAYS_TO_REACH.has(target))
  return isForm && fields.length >= LEAST_FIELDS ? fields : undefined
}

/** Whether a text is hardly more than such a form. */
export function looksLikeForm(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const fields = formFields(text)
  return fields !== undefined && lines.length <= LOOK_AT_LINES && fields.length >= lines.length / 3
}
