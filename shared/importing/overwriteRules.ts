import type { ImportMapping } from '../records/importMapping'
import { normaliseHeader } from './aliases'
import type { FormatId, FormatKind } from './formats'
import type { ImportInteraction } from './importRecord'
import { presetFor } from './presets/presetFor'
import type { ColumnReading } from './reading'
import { isOwnTarget, type Target } from './targets'

/** What happens where the page and the file both say something. */
export type OverwriteRule = NonNullable<ImportMapping['rules']>[string]

/** A rule by `ruleKeyOf`. What is not named is only filled in where it is empty. */
export type OverwriteRules = Readonly<Record<string, OverwriteRule>>

/** What holds for a column that nobody has given a rule. */
export const USUAL_RULE: OverwriteRule = 'fillEmpty'

/**
 * Fields of one value, each with whether a second value can stand beside the first. Names, addresses of people, the
 * country and the website are not among them: by these a page is recognised, and a file that wrote over them could
 * not find its own rows again. What there may be many of (numbers, tags, notes) is always added.
 */
const JOINS = {
  address: '\n',
  grade: undefined,
  'person.title': ' / ',
  'person.salutation': undefined,
  'person.language': undefined,
} as const satisfies Partial<Record<Target, string | undefined>>
export type RuledTarget = keyof typeof JOINS

const EXTRA_KEY = 'extra:'
const EXTRA_JOIN = '\n'
/** A key of the record that remembers it. */
const KEY_CHARS = 200

/** Meetings, enquiries and messages keep the columns that nobody knows with themselves, not with the page. */
const OWN_EXTRA: ReadonlySet<ImportInteraction['kind']> = new Set(['met', 'enquiry', 'message'])

/** The rule's key of a column that has no field, by its heading. */
export function extraRuleKey(header: string): string {
  return `${EXTRA_KEY}${normaliseHeader(header)}`.slice(0, KEY_CHARS)
}

/** What stands between two values of one field; undefined where it holds only one. */
export function joinOf(key: string): string | undefined {
  return key.startsWith(EXTRA_KEY) ? EXTRA_JOIN : isRuledTarget(key) ? JOINS[key] : undefined
}

function isRuledTarget(target: string): target is RuledTarget {
  return Object.hasOwn(JOINS, target)
}

/** The key under which a column's rule stands; undefined where its values are always added, or tell who it is. */
export function ruleKeyOf(
  column: Pick<ColumnReading, 'header' | 'target'>,
  file: { readonly format: FormatId; readonly kind: FormatKind; readonly columns: readonly ColumnReading[] },
): string | undefined {
  if (file.kind !== 'contacts') return undefined
  if (isRuledTarget(column.target) || isOwnTarget(column.target)) return column.target
  const { interaction, touchpoint } = presetFor(file.format, file.kind)
  const isMeeting =
    (interaction !== undefined && OWN_EXTRA.has(interaction)) ||
    touchpoint !== undefined ||
    file.columns.some(({ target }) => target === 'touch')
  return column.target === 'extra' && !isMeeting ? extraRuleKey(column.header) : undefined
}

/**
 * The rules that a column may have. `newest` needs a file that says when its rows were last changed.
 */
export function rulesOffered(key: string, columns: readonly ColumnReading[]): OverwriteRule[] {
  const isDated = columns.some(({ target }) => target === 'updatedAt')
  return [
    'fillEmpty',
    'overwrite',
    ...(joinOf(key) === undefined ? [] : (['append'] as const)),
    ...(isDated ? (['newest'] as const) : []),
    'skip',
  ]
}

/** The rules that say something and that this file can keep: the others fall out. */
export function rulesInForce(
  rules: OverwriteRules,
  file: { readonly format: FormatId; readonly kind: FormatKind; readonly columns: readonly ColumnReading[] },
): OverwriteRules {
  const kept = file.columns.flatMap((column) => {
    const key = ruleKeyOf(column, file)
    const rule = key !== undefined && Object.hasOwn(rules, key) ? rules[key] : undefined
    if (key === undefined || rule === undefined || rule === USUAL_RULE) return []
    return rulesOffered(key, file.columns).includes(rule) ? [[key, rule] as const] : []
  })
  return Object.fromEntries(kept)
}
