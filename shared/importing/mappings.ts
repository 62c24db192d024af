import type { NewRecord } from '../changes/buildChange'
import type { ImportMapping } from '../records/importMapping'
import { normaliseHeader } from './aliases'
import { FORMAT_IDS, type FormatId, type FormatKind } from './formats'
import { type OverwriteRules, rulesInForce } from './overwriteRules'
import type { ChosenPlace } from './planSources'
import type { ColumnReading, ImportOverrides } from './reading'
import { isTableKind } from './tableKind'
import { isTarget, type Target } from './targets'

/** What a person decided about a file, to be remembered under its headings. */
export type MappingFields = Omit<NewRecord<'importMappings'>, 'id' | 'usedAt'>

/** A table of an unknown source is remembered with what its rows are about: `table:orders`. */
const KIND_MARK = ':'

/** What a person chose of a file beside how it is read. */
export interface PlanChoice {
  /** Where costs and figures belong. */
  readonly place?: ChosenPlace | undefined
  readonly rules?: OverwriteRules | undefined
}

/**
 * What is worth remembering of how a file was read: only what a person chose, since the rest is decided anew each
 * time, and better by a newer Orchard. Undefined when nothing was chosen.
 */
export function mappingOf(
  file: {
    readonly fingerprint: string
    readonly format: FormatId
    readonly kind: FormatKind
    readonly columns: readonly ColumnReading[]
  },
  overrides: ImportOverrides,
  { place, rules: given = {} }: PlanChoice = {},
): MappingFields | undefined {
  const { dateOrder, decimalMark, kind, format } = overrides
  const columns = Object.fromEntries(
    file.columns
      .filter(({ why }) => why === 'person')
      .map(({ header, target }) => [normaliseHeader(header).slice(0, 1000), target]),
  )
  const rules = rulesInForce(given, file)
  const hasRules = Object.keys(rules).length > 0
  const hasChoice =
    Object.keys(columns).length > 0 ||
    hasRules ||
    [dateOrder, decimalMark, kind, format, place].some((choice) => choice !== undefined)
  if (!hasChoice) return undefined
  return {
    fingerprint: file.fingerprint,
    format: kind === undefined ? file.format : `${file.format}${KIND_MARK}${kind}`,
    columns,
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(decimalMark === undefined ? {} : { decimalMark }),
    ...place,
    ...(hasRules ? { rules } : {}),
  }
}

/** The corrections that read a file as the mapping says; headings that are gone, and targets nobody knows, fall out. */
export function overridesOf(
  mapping: ImportMapping,
  file: { readonly format: FormatId; readonly columns: readonly ColumnReading[] },
): {
  readonly overrides: ImportOverrides
  readonly chosen: ChosenPlace | undefined
  readonly rules: OverwriteRules | undefined
} {
  const columns: Record<number, Target> = {}
  for (const { index, header } of file.columns) {
    const key = normaliseHeader(header).slice(0, 1000)
    const target = Object.hasOwn(mapping.columns, key) ? mapping.columns[key] : undefined
    if (target !== undefined && isTarget(target)) columns[index] = target
  }
  const [name, kind] = mapping.format.split(KIND_MARK)
  const format = FORMAT_IDS.find((id) => id === name)
  const { dateOrder, decimalMark, touchpointId, channelId } = mapping
  return {
    overrides: {
      ...(Object.keys(columns).length === 0 ? {} : { columns }),
      ...(format === undefined || format === file.format ? {} : { format }),
      ...(isTableKind(kind) ? { kind } : {}),
      ...(dateOrder === undefined ? {} : { dateOrder }),
      ...(decimalMark === undefined ? {} : { decimalMark }),
    },
    chosen:
      touchpointId === undefined && channelId === undefined
        ? undefined
        : {
            ...(touchpointId === undefined ? {} : { touchpointId }),
            ...(channelId === undefined ? {} : { channelId }),
          },
    rules: mapping.rules,
  }
}
