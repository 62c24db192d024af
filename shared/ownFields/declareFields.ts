import { err, ok, type Result } from '../result'
import { fitsKind, type OwnField, type OwnKind, type OwnTable, type OwnValue } from './ownField'

type Fields = readonly OwnField[]

const MOST_FIELDS = 200
const MOST_OPTIONS = 100
const NAME_CHARS = 200

/** What somebody says of a field that they add. */
export interface NewField {
  readonly id: string
  readonly table: OwnTable
  readonly name: string
  readonly kind: OwnKind
  /** Of a choice; other kinds have none. */
  readonly options: readonly string[]
}

/**
 * The fields with one more, in the last place. `taken` are names that mean something else already, such as the columns
 * of our own tables. Codes: `field.noName`, `field.nameTaken`, `field.noOptions`, `field.tooMany`.
 */
export function addField(fields: Fields, field: NewField, taken: readonly string[]): Result<OwnField[]> {
  const name = freeName(fields, field.name, taken)
  if (!name.ok) return name
  if (fields.length >= MOST_FIELDS) return err('field.tooMany')
  const { id, table, kind } = field
  if (kind !== 'choice') return ok([...fields, { id, table, name: name.value, kind }])
  const options = cleanOptions(field.options)
  if (options.length === 0) return err('field.noOptions')
  return ok([...fields, { id, table, name: name.value, kind, options }])
}

/** The fields with one called otherwise; its values are not touched. Codes as of `addField`. */
export function renameField(
  fields: Fields,
  id: string,
  entered: string,
  taken: readonly string[],
): Result<OwnField[]> {
  const others = fields.filter((field) => field.id !== id)
  const name = freeName(others, entered, taken)
  return name.ok ? ok(changed(fields, id, { name: name.value })) : name
}

/** The fields with one taken out of use. Its values stay where they are. */
export function retireField(fields: Fields, id: string, at: number): OwnField[] {
  return changed(fields, id, { retiredAt: at })
}

/** The fields with one in use again, in its old place. */
export function bringBackField(fields: Fields, id: string): OwnField[] {
  return fields.map((field) => {
    if (field.id !== id) return field
    const { retiredAt: _retiredAt, ...rest } = field
    return rest
  })
}

/** The fields with one shown in briefs, or not. */
export function showInBrief(fields: Fields, id: string, isShown: boolean): OwnField[] {
  return changed(fields, id, { inBrief: isShown })
}

/** The fields with one a place up or down among those in use of its table; at the end it stays where it is. */
export function moveField(fields: Fields, id: string, by: -1 | 1): OwnField[] {
  const at = fields.findIndex((field) => field.id === id)
  const field = fields[at]
  if (field === undefined) return [...fields]
  const isFellow = (other: OwnField) => other.table === field.table && other.retiredAt === undefined
  const to =
    by === 1
      ? fields.findIndex((other, place) => place > at && isFellow(other))
      : fields.findLastIndex((other, place) => place < at && isFellow(other))
  const neighbour = fields[to]
  if (neighbour === undefined) return [...fields]
  return fields.map((other, place) => (place === at ? neighbour : place === to ? field : other))
}

/**
 * The fields with the options of a choice. Who has one that is no longer offered keeps it. Code: `field.noOptions`.
 */
export function setOptions(fields: Fields, id: string, entered: readonly string[]): Result<OwnField[]> {
  const options = cleanOptions(entered)
  return options.length === 0 ? err('field.noOptions') : ok(changed(fields, id, { options }))
}

/**
 * The fields with one of another kind, if every value that there is can stay as it is kept: nothing is rewritten. A
 * field that becomes a choice offers what is there. Codes: `field.valuesDontFit` (with how many don't, `count`),
 * `field.tooManyOptions`, `field.noOptions`.
 */
export function changeKind(
  fields: Fields,
  id: string,
  kind: OwnKind,
  values: readonly OwnValue[],
): Result<OwnField[]> {
  const count = values.filter((value) => !fitsKind(kind, value)).length
  if (count > 0) return err('field.valuesDontFit', { count })
  const field = fields.find((one) => one.id === id)
  if (kind !== 'choice') return ok(changed(fields, id, { kind }))
  const options = distinct([...(field?.options ?? []), ...values.map(String)])
  if (options.length === 0) return err('field.noOptions')
  if (options.length > MOST_OPTIONS || options.some((option) => option.length > NAME_CHARS))
    return err('field.tooManyOptions')
  return ok(changed(fields, id, { kind, options }))
}

/** `sand; slate` -> the options; each once. */
export function optionsOfLine(line: string): string[] {
  return cleanOptions(line.split(/[;；\n]/))
}

/** Options as one line that reads back to the same ones. */
export function optionsLine(options: readonly string[] | undefined): string {
  return (options ?? []).join('; ')
}

/** What makes two names one: as captions of a table, which are not told apart by case, blanks and dashes. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()（）:：/_\-–*]+/gu, '')
}

function freeName(fields: Fields, entered: string, taken: readonly string[]): Result<string> {
  const name = entered.trim().slice(0, NAME_CHARS)
  const key = nameKey(name)
  if (key === '') return err('field.noName')
  const isTaken = [...taken, ...fields.map((field) => field.name)].some((other) => nameKey(other) === key)
  return isTaken ? err('field.nameTaken') : ok(name)
}

function cleanOptions(entered: readonly string[]): string[] {
  return distinct(entered.map((option) => option.trim().slice(0, NAME_CHARS))).slice(0, MOST_OPTIONS)
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)].filter((word) => word !== '')
}

function changed(fields: Fields, id: string, part: Partial<OwnField>): OwnField[] {
  return fields.map((field) => (field.id === id ? { ...field, ...part } : field))
}
