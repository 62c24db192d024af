import * as z from 'zod'
import { canonicalJson } from '../changes/changeLog'
import { sha256Schema } from '../records/sha256'
import { isTableName } from '../records/tables'
import { err, ok, type Result } from '../result'
import type { TableCounts } from '../snapshot/format'
import { parseSafeJson } from '../snapshot/safeJson'
import { epochMsSchema } from '../time/values'
import { ATTACHMENT_FOLDER, DATA_FOLDER } from './contents'

const FOLDER_FORMAT = 1
/** Says to whoever opens the file what it belongs to. */
const FOLDER_KIND = 'Orchard folder'
const countSchema = z.int().min(0)
/** `data/people.ndjson`, `customers/王.md`: names below the folder, nothing that leads out of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what may not be in it
const PATH = /^(?:[a-z]{1,20}\/)?(?!\.{1,2}$)[^\\/:*?"<>|\u0000-\u001f]{1,255}$/

const folderFileSchema = z.strictObject({
  path: z.string().regex(PATH),
  sizeBytes: countSchema,
  /** SHA-256 of the bytes. For an attachment it is also the `hash` by which records name it. */
  sha256: sha256Schema,
})
/** A file of the folder. */
export type FolderFile = z.infer<typeof folderFileSchema>

const manifestFields = {
  kind: z.literal(FOLDER_KIND),
  format: z.literal(FOLDER_FORMAT),
  app: z.string().max(40),
  /** The schema version of the records in `data/`. */
  schema: z.int().min(1),
  notebookId: z.uuid(),
  generation: z.int().min(1),
  createdAt: epochMsSchema,
  /** The last change that `data/` holds. */
  lastSeq: countSchema,
  /** Records of each table in `data/`, and how many of them are not deleted. */
  counts: z.record(
    z.string().refine(isTableName),
    z.strictObject({ rows: countSchema, live: countSchema }),
  ) as z.ZodType<TableCounts>,
  /** Rows of the log of changes. */
  logRows: countSchema,
  /** Customers with a page. */
  pages: countSchema,
  /** Attachments in the folder, and such as could not be read when it was written. */
  attachments: z.strictObject({ inside: countSchema, missing: countSchema }),
  /** Every file but the manifest itself. */
  files: z.array(folderFileSchema).max(2_000_000),
}
const manifestSchema = z.strictObject({ ...manifestFields, seal: sha256Schema })

/** What a folder holds and what every file of it must be. */
export type Manifest = z.infer<typeof manifestSchema>
/** The same before it is sealed. */
export type ManifestFacts = Omit<Manifest, 'seal' | 'kind' | 'format'>

/**
 * The text over which the seal is taken: everything but the seal, so that a changed number is noticed like a changed
 * file. It guards against accidents; whoever wants to can seal anew.
 */
export function textToSeal(facts: ManifestFacts | Manifest): string {
  const { seal: _seal, ...rest } = { seal: '', ...facts }
  return canonicalJson({ ...rest, kind: FOLDER_KIND, format: FOLDER_FORMAT })
}

/** The text of the file, one fact and one file a line. */
export function manifestText(facts: ManifestFacts, seal: string): string {
  const { files, ...rest } = facts
  const head = Object.entries({ kind: FOLDER_KIND, format: FOLDER_FORMAT, ...rest, seal }).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  )
  const list = files.map((file) => `    ${JSON.stringify(file)}`).join(',\n')
  return `{\n${head.join('\n')}\n  "files": [\n${list}\n  ]\n}\n`
}

/**
 * Reads a manifest; `sealOf` gives the SHA-256 of a text. Errors: `takeAlong.notOurs` for what is no manifest of ours,
 * `backup.newerFormat` and `backup.newerSchema` for one of a newer Orchard, `takeAlong.badManifest` for a damaged one.
 */
export function parseManifest(
  text: string,
  ownSchema: number,
  sealOf: (text: string) => string,
): Result<Manifest> {
  const value = parseJson(text)
  const kind = z.looseObject({ kind: z.literal(FOLDER_KIND), format: z.int(), schema: z.int() })
  const known = kind.safeParse(value)
  if (!known.success) return err(value === undefined ? 'takeAlong.badManifest' : 'takeAlong.notOurs')
  if (known.data.format > FOLDER_FORMAT) return err('backup.newerFormat')
  if (known.data.schema > ownSchema) return err('backup.newerSchema')
  const parsed = manifestSchema.safeParse(value)
  if (!parsed.success || parsed.data.seal !== sealOf(textToSeal(parsed.data)))
    return err('takeAlong.badManifest')
  return ok(parsed.data)
}

/** Whether reading back needs the file; the others are copies of what it says, for people and programs. */
export function isReadBack({ path }: FolderFile): boolean {
  return path.startsWith(`${DATA_FOLDER}/`) || path.startsWith(`${ATTACHMENT_FOLDER}/`)
}

function parseJson(text: string): unknown {
  try {
    return parseSafeJson(text)
  } catch {
    return undefined
  }
}
