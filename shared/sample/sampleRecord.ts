import { SCHEMA_VERSION } from '../records/record'
import type { RecordOf, TableName } from '../records/tables'
import type { EpochMs } from '../time/values'
import type { Random } from './random'

/** One record of the sample notebook with the table it belongs to. */
export type SampleRow = {
  readonly [T in TableName]: { readonly table: T; readonly record: RecordOf<T> }
}[TableName]

/** The fields that every sample record shares. */
export interface SampleBase {
  readonly id: string
  readonly schema: number
  readonly rev: number
  readonly createdAt: EpochMs
  readonly updatedAt: EpochMs
  readonly origin: 'sample'
}

/** The common fields of a record made at an instant; origin `sample` lets the whole sample be told apart. */
export function sampleBase(random: Random, at: EpochMs): SampleBase {
  const id = sampleId(random, at)
  return { id, schema: SCHEMA_VERSION, rev: 1, createdAt: at, updatedAt: at, origin: 'sample' }
}

/** A UUID version 7 (RFC 9562) whose time is the given instant and whose rest comes from the stream. */
export function sampleId(random: Random, at: EpochMs): string {
  const time = at.toString(16).padStart(12, '0')
  const a = hex(random, 8)
  const b = hex(random, 8)
  const c = hex(random, 8)
  const variant = ((Number.parseInt(a.slice(3, 4), 16) & 3) | 8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(0, 3)}-${variant}${a.slice(4, 7)}-${b}${c.slice(0, 4)}`
}

function hex(random: Random, width: number): string {
  return random.next().toString(16).padStart(width, '0')
}
