import type { HandleKind } from '../../records/handle'
import type { RecordOf } from '../../records/tables'
import { type FilledLetter, fillLetter, fillOwnLetter } from './fillLetter'
import { letterLanguage } from './letterLanguage'
import type { LetterField } from './letterTemplate'
import { shippedLetter } from './shippedLetters'

type Template = RecordOf<'templates'>
/** One language of a letter of one's own, perhaps for one way of writing only. */
export type TemplateVariant = Template['variants'][number]

/** What a letter begins with: a shipped key, and the template of one's own that stands before it. */
export interface LetterSource {
  readonly templateKey: string | undefined
  readonly own: Template | undefined
}

/**
 * The template that a step asks for: the one that it names itself, else the copy that stands before its shipped key.
 * Of several copies the one that was changed last; retired ones stand before nothing.
 */
export function letterSource(
  templates: readonly Template[],
  wanted: { readonly templateKey?: string | undefined; readonly templateId?: string | undefined },
): LetterSource {
  const inUse = templates.filter((template) => template.retiredAt === undefined)
  const named = inUse.find((template) => template.id === wanted.templateId)
  const copies = inUse.filter(
    (template) => template.templateKey !== undefined && template.templateKey === wanted.templateKey,
  )
  const newest = copies.sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1))[0]
  return { templateKey: wanted.templateKey, own: named ?? newest }
}

/**
 * The variant of a template in a language: the one for the way of writing before the one for all ways, an exact tag
 * (`pt-BR`) before its language (`pt`). Undefined where the template does not speak the language.
 */
export function variantFor(
  template: Template,
  language: string,
  carrier: HandleKind | undefined,
): TemplateVariant | undefined {
  const fitting = template.variants.filter(
    (variant) => variant.carrier === undefined || variant.carrier === carrier,
  )
  const rank = (variant: TemplateVariant) =>
    (variant.language.toLowerCase() === language.toLowerCase() ? 2 : 0) +
    (variant.carrier === undefined ? 0 : 1)
  return fitting
    .filter((variant) => sameTongue(variant.language, language))
    .sort((a, b) => rank(b) - rank(a))[0]
}

/** The language that a letter is best written in: their own where the template speaks it, else as for shipped ones. */
export function sourceLanguage(
  source: LetterSource,
  person: string | undefined,
  customer: string | undefined,
  country: string | undefined,
): string {
  for (const wanted of [person, customer]) {
    const own = source.own?.variants.find(
      (variant) => wanted !== undefined && sameTongue(variant.language, wanted),
    )
    if (own !== undefined) return own.language
  }
  return letterLanguage(person, customer, country)
}

/**
 * The letter in a language, filled: one's own words where there are some, else the shipped ones. A template without a
 * shipped key that does not speak the language gives its English, or its first. Undefined where there is no letter.
 */
export function filledLetter(
  source: LetterSource,
  language: string,
  carrier: HandleKind | undefined,
  values: Readonly<Partial<Record<LetterField, string | undefined>>>,
): FilledLetter | undefined {
  const { own, templateKey } = source
  const variant = own === undefined ? undefined : variantFor(own, language, carrier)
  if (variant !== undefined) return fillOwnLetter(variant, values)
  const shipped = templateKey === undefined ? undefined : shippedLetter(templateKey, language)
  if (shipped !== undefined) return fillLetter(shipped, values)
  const other = own === undefined ? undefined : (variantFor(own, 'en', carrier) ?? own.variants[0])
  return other === undefined ? undefined : fillOwnLetter(other, values)
}

/** `es` and `es-MX` are one tongue for a letter; the two ways of writing Chinese are two. */
function sameTongue(a: string, b: string): boolean {
  const [x, y] = [tongue(a), tongue(b)]
  return x === y
}

function tongue(tag: string): string {
  const primary = tag.split('-', 1)[0]?.toLowerCase() ?? ''
  if (primary !== 'zh') return primary
  return /^zh-(?:Hant|TW|HK|MO)\b/i.test(tag) ? 'zh-Hant' : 'zh-Hans'
}
