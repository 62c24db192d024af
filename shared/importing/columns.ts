import type { OwnField } from '../ownFields/ownField'
import { aliasTarget, normaliseHeader } from './aliases'
import type { Grid } from './cell'
import { columnValues } from './columnTypes'
import { type FormatKind, isAboutMoney } from './formats'
import { kindAlias } from './kindAliases'
import { ownNamed } from './ownColumns'
import { isOwnNoteHeader } from './ownIds'
import type { Preset } from './presets/preset'
import type { ColumnReading, ImportOverrides } from './reading'
import { isOwnTarget, type Target } from './targets'
import { parseEmails } from './values/email'
import { parsePhones } from './values/phone'

/** What the mapping of columns works on. */
export interface ColumnsInput {
  readonly grid: Grid
  /** Parts of each column's name, top to bottom; empty lists where there is no header. */
  readonly parts: readonly (readonly string[])[]
  readonly data: readonly number[]
  readonly preset: Preset
  readonly overrides: ImportOverrides
  readonly kind: FormatKind
  /** Own fields by the target of their columns. */
  readonly own: ReadonlyMap<Target, OwnField>
}

// A share of the values that makes a column what its values are.
const MOST = 0.6
const SAMPLES = 5
// "Lighting", "0-3 months", "Y": what a question's answers look like.
const MAX_ANSWERS = 8
const LONGEST_ANSWER = 60

/** Maps each column that has a name or data: the person's choice, the preset, the alias, the content, else `extra`. */
export function mapColumns(input: ColumnsInput): ColumnReading[] {
  const { grid, parts, data, preset, overrides, kind } = input
  const hasHeader = parts.some((names) => names.length > 0)
  const names = uniqueHeaders(parts, grid, data)
  const keys = names.map((name) => normaliseHeader(name ?? ''))
  const found = names.flatMap((header, index) => {
    if (header === undefined) return []
    const samples = columnValues(grid.rows, data.slice(0, 400), index)
    const chosen = usable(overrides.columns?.[index], input)
    const guess = chosen
      ? { target: chosen, why: 'person' as const }
      : named(header, parts[index] ?? [], { preset, kind, own: input.own })
    return [{ index, header, samples, ...guess, ...labelColumn(header, keys, preset) }]
  })
  const taken = new Set<Target>(found.map((column) => column.target))
  const subject =
    kind === 'metrics' && !taken.has('figure.what')
      ? found.find(({ why }) => why === 'none')?.index
      : undefined
  return found.map(({ samples, ...column }) => {
    // What a report divides by may have any name; it comes first.
    if (column.index === subject)
      return {
        ...column,
        target: 'figure.what',
        why: 'content',
        samples: samples.slice(0, SAMPLES).map(short),
      }
    const content =
      column.why === 'none' && !isAboutMoney(kind)
        ? byContent(samples, taken, {
            hasHeader,
            qualifiers: preset.qualifiers === true,
            header: column.header,
          })
        : undefined
    if (content) taken.add(content)
    const target = content ?? jobOrSalutation(column.target, taken)
    return {
      ...column,
      target,
      why: content ? 'content' : column.why,
      samples: samples.slice(0, SAMPLES).map(short),
    }
  })
}

/** A choice that can be kept: an own field may have been retired since, and belongs to people and companies only. */
function usable(chosen: Target | undefined, { kind, own }: ColumnsInput): Target | undefined {
  if (chosen === undefined || !isOwnTarget(chosen)) return chosen
  return kind === 'contacts' && own.has(chosen) ? chosen : undefined
}

function named(
  header: string,
  parts: readonly string[],
  { preset, kind, own }: Pick<ColumnsInput, 'preset' | 'kind' | 'own'>,
): { target: Target; why: ColumnReading['why'] } {
  if (isOwnNoteHeader(header)) return { target: 'none', why: 'preset' }
  const last = parts.at(-1) ?? header
  for (const name of new Set([header, parts.join(''), last])) {
    const key = normaliseHeader(name)
    const column = presetColumns(preset).get(key)
    if (column) return { target: column, why: 'preset' }
    const pattern = preset.patterns?.find((candidate) => candidate.header.test(key))
    if (pattern) return { target: pattern.target, why: 'preset' }
  }
  const ofItsKind = ofKind(kind, [header, parts.join(''), last])
  if (isAboutMoney(kind) || ofItsKind.why === 'alias') return ofItsKind
  const field = kind === 'contacts' ? ownNamed([header, parts.join(''), last], own) : undefined
  if (field !== undefined) return { target: field, why: 'alias' }
  for (const name of [parts.join(''), header, last, ...last.split(/[/／]/)]) {
    const target = aliasTarget(name)
    if (target) return { target, why: 'alias' }
  }
  return { target: 'extra', why: 'none' }
}

/** In a table of figures or a statement only the names of its own kind count: nobody stands in it. */
function ofKind(kind: FormatKind, names: readonly string[]): { target: Target; why: ColumnReading['why'] } {
  const target = names.map((name) => kindAlias(kind, name)).find((found) => found !== undefined)
  return target === undefined ? { target: 'extra', why: 'none' } : { target, why: 'alias' }
}

const PRESET_COLUMNS = new WeakMap<Preset, ReadonlyMap<string, Target>>()

function presetColumns(preset: Preset): ReadonlyMap<string, Target> {
  let map = PRESET_COLUMNS.get(preset)
  if (!map) {
    map = new Map(
      Object.entries(preset.columns ?? {}).map(([header, target]) => [normaliseHeader(header), target]),
    )
    PRESET_COLUMNS.set(preset, map)
  }
  return map
}

function labelColumn(header: string, keys: readonly string[], preset: Preset): { labelFrom?: number } {
  const key = normaliseHeader(header)
  const pattern = preset.patterns?.find(
    (candidate) => candidate.label !== undefined && candidate.header.test(key),
  )
  const number = pattern?.header.exec(key)?.[1] ?? ''
  for (const label of pattern?.label?.split('|') ?? []) {
    const index = keys.indexOf(label.replace('$1', number))
    if (index >= 0) return { labelFrom: index }
  }
  return {}
}

/** `Title` is the job unless another column is the job. */
function jobOrSalutation(target: Target, taken: ReadonlySet<Target>): Target {
  if (target !== 'person.titleOrSalutation') return target
  return taken.has('person.title') ? 'person.salutation' : 'person.title'
}

interface ContentContext {
  readonly hasHeader: boolean
  readonly qualifiers: boolean
  readonly header: string
}

function byContent(
  samples: readonly string[],
  taken: ReadonlySet<Target>,
  context: ContentContext,
): Target | undefined {
  if (samples.length === 0) return undefined
  const share = (test: (value: string) => boolean) => samples.filter(test).length / samples.length
  if (
    !taken.has('email') &&
    share((value) => value.includes('@') && parseEmails(value).emails.length > 0) >= MOST
  )
    return 'email'
  if (!taken.has('linkedin') && share((value) => /linkedin\.com\/(in|pub)\//i.test(value)) >= MOST)
    return 'linkedin'
  if (!taken.has('phone') && !taken.has('mobile') && share(looksLikePhone) >= MOST) return 'phone'
  if (!taken.has('web') && share((value) => /^(https?:\/\/|www\.)\S+$/i.test(value)) >= MOST) return 'web'
  if (
    !context.hasHeader &&
    !taken.has('person.full') &&
    share((value) => /\p{L}/u.test(value) && value.length < 80) >= MOST
  )
    return 'person.full'
  if (context.qualifiers && isQuestion(samples, context.header)) return 'answer'
  return undefined
}

/** Signs of a number to call: a plus or separators, and a plan that knows it. Bare ids are no phones. */
function looksLikePhone(value: string): boolean {
  return (
    /^\+?\d[\d\s().-]{6,20}$/.test(value) &&
    (value.startsWith('+') || /\d[\s().-]+\d/.test(value)) &&
    !/^\d{4}-\d{2}-\d{2}/.test(value) &&
    parsePhones(value).phones.some((phone) => phone.value.startsWith('+'))
  )
}

function isQuestion(samples: readonly string[], header: string): boolean {
  if (header.endsWith('?') || header.endsWith('？')) return true
  const distinct = new Set(samples)
  return distinct.size <= MAX_ANSWERS && samples.every((value) => value.length <= LONGEST_ANSWER)
}

/** Names as shown: joined parts, repeated ones numbered, blank ones with data `Column F`; undefined = nothing there. */
function uniqueHeaders(
  parts: readonly (readonly string[])[],
  grid: Grid,
  data: readonly number[],
): (string | undefined)[] {
  const seen = new Map<string, number>()
  const width = data.reduce((most, row) => Math.max(most, grid.rows[row]?.length ?? 0), parts.length)
  return Array.from({ length: width }, (_, index) => {
    const name = (parts[index] ?? []).join('/')
    if (name === '')
      return columnValues(grid.rows, data, index).length > 0 ? `Column ${columnLetters(index)}` : undefined
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

/** 0 -> A, 25 -> Z, 26 -> AA. */
function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

function short(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
