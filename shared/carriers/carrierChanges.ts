import { createChange, type NewRecord, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Carrier } from '../records/carrier'
import { err, ok, type Result } from '../result'

/** What a person says of a carrier; an empty field is none. */
export interface CarrierForm {
  readonly name: string
  /** Kept while the name is the shipped one. */
  readonly nameKey?: string | undefined
  readonly kind: Carrier['kind']
  readonly handleKind?: Carrier['handleKind'] | undefined
  readonly rank?: Carrier['rank'] | undefined
  readonly region: string
  readonly url: string
  readonly note: string
}

/**
 * Founds a carrier under an id, or edits the one that has it. At most one is the main one and one the second: whoever
 * held the rank gives it up in the same step. Code: `carrier.nameMissing`.
 */
export function carrierChanges(
  form: CarrierForm,
  id: string,
  carriers: readonly Carrier[],
  at: number,
): Result<Change[]> {
  const name = form.name.trim()
  if (name === '') return err('carrier.nameMissing', { field: 'name' })
  const { nameKey, kind, handleKind, rank } = form
  const fields = {
    name,
    kind,
    nameKey,
    handleKind,
    rank,
    region: form.region.trim() || undefined,
    url: form.url.trim() || undefined,
    note: form.note.trim() || undefined,
  }
  const current = carriers.find((carrier) => carrier.id === id)
  const own =
    current === undefined
      ? createChange('carriers', { id, ...defined(fields) } as NewRecord<'carriers'>, at)
      : updateChange('carriers', current, fields, at)
  const given = carriers
    .filter((other) => other.id !== id && rank !== undefined && other.rank === rank)
    .flatMap((other) => updateChange('carriers', other, { rank: undefined }, at) ?? [])
  return ok([...given, ...(own === undefined ? [] : [own])])
}

/** Retires a carrier, which gives up its rank, or takes it up again; who is on it stays on it. */
export function retireChange(carrier: Carrier, at: number): Change | undefined {
  return updateChange(
    'carriers',
    carrier,
    carrier.retiredAt === undefined ? { retiredAt: at, rank: undefined } : { retiredAt: undefined },
    at,
  )
}

function defined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
