import * as z from 'zod'

/** A calendar day `YYYY-MM-DD` with no zone: a due date, a fair day, a rate's date. */
export type IsoDate = string

/** An instant as milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number

/** An IANA zone name such as `Asia/Shanghai`. */
export type ZoneName = string

/** Accepts days that exist: `2027-02-29` is refused. */
export const isoDateSchema = z.iso.date()

/** Whole milliseconds within the range that a JavaScript date can hold. */
export const epochMsSchema = z.int().min(-8.64e15).max(8.64e15)

/** The shape of a zone name; whether the machine knows the zone is found out when it is used. */
export const zoneNameSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_+\-/]{1,63}$/)
