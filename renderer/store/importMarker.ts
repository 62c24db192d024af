import * as z from 'zod'
import { importOverridesSchema } from '#shared/importing/overridesSchema'
import { DUPLICATE_RULES } from '#shared/importing/resolveRow'
import type { OrchardBridge } from '#shared/ipc/contract'
import { overwriteRuleSchema } from '#shared/records/importMapping'

/** The draft file that stands on the disk for as long as an import is being written. */
const MARKER = 'import-running'

const markerSchema = z.strictObject({
  /** The record that the import writes as its last word. */
  runId: z.string(),
  fileName: z.string(),
  fileHash: z.string(),
  rows: z.int(),
  overrides: importOverridesSchema,
  duplicates: z.enum(DUPLICATE_RULES),
  rules: z.record(z.string(), overwriteRuleSchema).optional(),
})

/** What is needed to say what was interrupted, and to run it again in the same way. */
export type ImportMarker = z.infer<typeof markerSchema>

export type MarkerCalls = Pick<OrchardBridge['call'], 'draft:save' | 'draft:list' | 'draft:remove'>

/** Notes on the disk that an import begins. Without the note it runs all the same: the journal needs none. */
export async function setMarker(calls: MarkerCalls, marker: ImportMarker): Promise<void> {
  await calls['draft:save'](MARKER, JSON.stringify(marker))
}

/** Takes the note away: the import has ended, one way or the other, in sight of the person. */
export async function removeMarker(calls: MarkerCalls): Promise<void> {
  await calls['draft:remove'](MARKER)
}

/** The note of an import whose end nobody saw. */
export async function findMarker(calls: MarkerCalls): Promise<ImportMarker | undefined> {
  const listed = await calls['draft:list']()
  const text = listed.ok ? listed.value.find(({ name }) => name === MARKER)?.text : undefined
  if (text === undefined) return undefined
  try {
    return markerSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
