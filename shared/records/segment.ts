import * as z from 'zod'
import { isoDateSchema } from '../time/values'
import { nameSchema, recordBase, recordIdSchema } from './record'

/** How deep rules may nest: deeper than anybody can read. */
export const SEGMENT_DEPTH_MAX = 8

/** One thing that is asked of a customer; which fields and comparisons there are is the room of segments' to say. */
export const segmentConditionSchema = z.strictObject({
  field: z.string().max(100),
  op: z.string().max(40),
  value: z
    .union([
      z.string().max(1000),
      z.number(),
      z.boolean(),
      z.array(z.union([z.string().max(1000), z.number()])).max(1000),
    ])
    .optional(),
})
export type SegmentCondition = z.infer<typeof segmentConditionSchema>

/** All of, any of, none of: the nodes of a rule. */
export type SegmentRule =
  | { readonly all: readonly SegmentRule[] }
  | { readonly any: readonly SegmentRule[] }
  | { readonly none: readonly SegmentRule[] }
  | SegmentCondition

export const segmentRuleSchema: z.ZodType<SegmentRule> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(segmentRuleSchema).max(50) }),
    z.strictObject({ any: z.array(segmentRuleSchema).max(50) }),
    z.strictObject({ none: z.array(segmentRuleSchema).max(50) }),
    segmentConditionSchema,
  ]),
)

/** A question to the notebook that is asked again and again: who is meant is found anew each time. */
export const segmentSchema = z.strictObject({
  ...recordBase,
  name: nameSchema,
  /** Set while it is a shipped one. */
  nameKey: z.string().max(100).optional(),
  rule: segmentRuleSchema,
  /** Left out by name, whatever the rule says. */
  excludedIds: z.array(recordIdSchema).max(10_000).optional(),
})
export type Segment = z.infer<typeof segmentSchema>

/** Who was in a segment on a day, so that it can be told who came and who went. */
export const segmentSnapshotSchema = z.strictObject({
  ...recordBase,
  segmentId: recordIdSchema,
  on: isoDateSchema,
  memberIds: z.array(recordIdSchema).max(200_000),
})
export type SegmentSnapshot = z.infer<typeof segmentSnapshotSchema>
