import * as z from 'zod'
import { epochMsSchema } from '../time/values'

/** Plain JSON, the only thing a record field may hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * The schema version that this build writes. Version 1 is the first; 2 added tables and optional fields, 3 optional
 * fields, and neither changed anything that was there.
 */
export const SCHEMA_VERSION = 3

/** Time-ordered UUID (version 7), made by the device that creates the record. */
export const recordIdSchema = z.uuid()

/** Where a record first came from. */
export const originSchema = z.enum(['person', 'import', 'plan', 'sample', 'product'])
export type Origin = z.infer<typeof originSchema>

/** Long enough for a pasted letter, short enough that one record can't stall the window. */
export const TEXT_MAX_CHARS = 20_000
/** A name of ten thousand characters is data too: it is kept, and shown cut. */
export const NAME_MAX_CHARS = 10_000

export const nameSchema = z.string().max(NAME_MAX_CHARS)
export const textSchema = z.string().max(TEXT_MAX_CHARS)
export const countrySchema = z.string().regex(/^[A-Z]{2}$/)
/** BCP 47, for instance `zh-Hans` or `pt-BR`. */
export const languageSchema = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/)

/** The fields every record carries. `rev` counts the record's changes on this device, undo included. */
export const recordBase = {
  id: recordIdSchema,
  schema: z.int().min(1),
  rev: z.int().min(1),
  createdAt: epochMsSchema,
  updatedAt: epochMsSchema,
  /** Present on a tombstone: the record is deleted, but can come back by undo. */
  deletedAt: epochMsSchema.optional(),
  origin: originSchema,
  /** Columns of an import that map to nothing we know; kept and exported, never dropped. */
  extra: z.record(z.string(), z.string()).optional(),
  /** Values of the notebook's own fields, by field id. */
  custom: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
}

/** What every record has, whatever its table. */
export interface AnyRecord {
  readonly id: string
  readonly schema: number
  readonly rev: number
  readonly createdAt: number
  readonly updatedAt: number
  readonly deletedAt?: number | undefined
  readonly origin: Origin
}
