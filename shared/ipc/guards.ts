import * as z from 'zod'
import { erasureRequestSchema } from '../erasing/request'
import { exportHeadSchema, exportTitleSchema } from '../exporting/exportFile'
import { importOverridesSchema } from '../importing/overridesSchema'
import { preferencesSchema } from '../preferences'
import { sha256Schema } from '../records/sha256'
import { workbookSchema } from '../reporting/workbook'
import { writtenReportSchema } from '../reporting/writtenReport'
import { MAX_PIECE_BYTES, snapshotSummarySchema } from '../snapshot/format'
import { PASSPHRASE_MAX_CHARS, passphraseProblem } from '../snapshot/passphrase'
import { snapshotReasonSchema } from '../snapshot/reasons'
import { isSnapshotId } from '../snapshot/snapshotName'
import { takeAlongMomentSchema, takeAlongSectionSchema } from '../takeAlong/contents'
import { bootSnapshotSchema } from './boot'
import type { ArgsOf, Channel } from './contract'
import { EXPORT_PIECE_BYTES, savedNameSchema, TEXT_ENDINGS, TEXT_MAX_CHARS } from './exporting'
import { INSPECTED_FILES } from './health'
import { BULK_CHUNK_BYTES, OFFER_CHUNK_BYTES, PASTE_MAX_CHARS } from './importing'
import { letterFileSchema, letterTargetSchema, letterTextSchema } from './letters'
import { systemNoticeSchema } from './notices'
import { REPORT_KINDS, reportKindSchema } from './report'

const draftNameSchema = z.string().regex(/^[a-z0-9-]{1,64}$/)
const backupIdSchema = z.string().refine(isSnapshotId)
const passphraseSchema = z.string().min(1).max(PASSPHRASE_MAX_CHARS)
const newPassphraseSchema = z.string().refine((text) => passphraseProblem(text, text) === undefined)
const tokenSchema = z.uuid()
const MAX_DRAFT_CHARS = 200_000
const MAX_ATTACHMENT_BYTES = 50 * 1024 * 1024

function bytesUpTo(limit: number): z.ZodType<Uint8Array> {
  return z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= limit, { error: 'too_big' })
}

/**
 * The shape of every call's arguments. Checked in the main process before a handler sees them; a missing or
 * wrong guard is a compile error. Change-sets pass here as "some object": `parseChangeSet` checks them whole.
 */
export const guards: { readonly [C in Channel]: z.ZodType<ArgsOf<C>> } = {
  'app:start': z.tuple([]),
  'app:disk': z.tuple([]),
  'app:readyToClose': z.tuple([]),
  'arrival:take': z.tuple([]),
  'preferences:save': z.tuple([
    z.custom<object>(isPlainObject).pipe(preferencesSchema.partial()),
  ]) as z.ZodType<ArgsOf<'preferences:save'>>,
  'lock:state': z.tuple([]),
  'lock:unlock': z.tuple([passphraseSchema]),
  'lock:recover': z.tuple([z.string().min(1).max(200), newPassphraseSchema]),
  'lock:now': z.tuple([]),
  'lock:ready': z.tuple([]),
  'lock:used': z.tuple([]),
  'lock:prepare': z.tuple([newPassphraseSchema]),
  'lock:turnOn': z.tuple([]),
  'lock:turnOff': z.tuple([passphraseSchema]),
  'lock:change': z.tuple([passphraseSchema, newPassphraseSchema]),
  'lock:newSheet': z.tuple([passphraseSchema]),
  'journal:append': z.tuple([z.custom<ArgsOf<'journal:append'>[0]>(isPlainObject)]),
  'boot:save': z.tuple([bootSnapshotSchema]),
  'journal:verify': z.tuple([]),
  'journal:read': z.tuple([z.int().min(1)]),
  'journal:skipTo': z.tuple([z.int().min(1).max(0xffff_ffff)]),
  'journal:useDatabase': z.tuple([z.string().regex(/^(orchard-g\d{1,9}-[a-z0-9]{1,16})?$/)]),
  'index:setAside': z.tuple([]),
  'index:forgetAside': z.tuple([]),
  'draft:save': z.tuple([draftNameSchema, z.string().max(MAX_DRAFT_CHARS)]),
  'draft:list': z.tuple([]),
  'draft:remove': z.tuple([draftNameSchema]),
  'attachment:put': z.tuple([bytesUpTo(MAX_ATTACHMENT_BYTES)]),
  'attachment:pickImage': z.tuple([]),
  'attachment:pickReceipt': z.tuple([]),
  'attachment:open': z.tuple([sha256Schema]),
  'backup:begin': z.tuple([snapshotReasonSchema.exclude(['opened'])]),
  'backup:write': z.tuple([tokenSchema, bytesUpTo(MAX_PIECE_BYTES)]),
  'backup:finish': z.tuple([tokenSchema, snapshotSummarySchema]),
  'backup:abandon': z.tuple([tokenSchema]),
  'backup:list': z.tuple([]),
  'backup:check': z.tuple([backupIdSchema]),
  'backup:read': z.tuple([backupIdSchema, z.int().min(0)]),
  'backup:restore': z.tuple([backupIdSchema, z.boolean()]),
  'backup:openFile': z.tuple([]),
  'backup:openGiven': z.tuple([]),
  'erasure:run': z.tuple([erasureRequestSchema]),
  'backup:openSealed': z.tuple([passphraseSchema]),
  'backup:saveCopy': z.tuple([backupIdSchema, newPassphraseSchema.or(z.literal(''))]),
  'place:state': z.tuple([]),
  'place:choose': z.tuple([]),
  'place:seal': z.tuple([newPassphraseSchema.or(z.literal(''))]),
  'place:leave': z.tuple([]),
  'place:catchUp': z.tuple([]),
  'health:journal': z.tuple([]),
  'health:stop': z.tuple([]),
  'health:files': z.tuple([z.array(sha256Schema).max(INSPECTED_FILES)]),
  'health:support': z.tuple([]),
  'letter:saveEml': z.tuple([letterFileSchema]),
  'letter:open': z.tuple([letterTargetSchema, letterTextSchema]),
  'update:state': z.tuple([]),
  'update:look': z.tuple([]),
  'update:fetch': z.tuple([]),
  'tray:toWrite': z.tuple([z.int().min(0).max(10_000_000)]),
  'notice:show': z.tuple([systemNoticeSchema]),
  'import:pick': z.tuple([]),
  'import:offer': z.tuple([z.string().max(500), z.int().min(0), bytesUpTo(OFFER_CHUNK_BYTES)]),
  'import:paste': z.tuple([z.string().max(500), z.string().min(1).max(PASTE_MAX_CHARS)]),
  'import:offerChunk': z.tuple([tokenSchema, bytesUpTo(OFFER_CHUNK_BYTES)]),
  'import:unpack': z.tuple([tokenSchema]),
  'import:read': z.tuple([tokenSchema, importOverridesSchema]),
  'import:saveRejected': z.tuple([tokenSchema, importOverridesSchema]),
  'import:records': z.tuple([tokenSchema, z.int().min(0)]),
  'import:rates': z.tuple([tokenSchema]),
  'import:cancel': z.tuple([tokenSchema]),
  'import:begin': z.tuple([tokenSchema]),
  'import:chunk': z.tuple([bytesUpTo(BULK_CHUNK_BYTES)]),
  'import:commit': z.tuple([tokenSchema, z.int().min(0).max(1_000_000)]),
  'import:abandon': z.tuple([tokenSchema]),
  'report:place': z.tuple([]),
  'report:saveWorkbook': z.tuple([z.string().min(1).max(500), workbookSchema]),
  'report:save': z.tuple([
    writtenReportSchema,
    z.array(reportKindSchema).max(REPORT_KINDS.length),
    z.boolean(),
  ]),
  'export:saveText': z.tuple([z.enum(TEXT_ENDINGS), exportTitleSchema, z.string().max(TEXT_MAX_CHARS)]),
  'export:show': z.tuple([savedNameSchema]),
  'export:begin': z.tuple([exportHeadSchema, exportTitleSchema]),
  'export:write': z.tuple([tokenSchema, bytesUpTo(EXPORT_PIECE_BYTES)]),
  'export:finish': z.tuple([tokenSchema]),
  'export:cancel': z.tuple([tokenSchema]),
  'drag:begin': z.tuple([exportHeadSchema, exportTitleSchema]),
  'drag:saved': z.tuple([savedNameSchema]),
  'folder:begin': z.tuple([takeAlongMomentSchema]),
  'folder:open': z.tuple([tokenSchema, takeAlongSectionSchema]),
  'folder:write': z.tuple([tokenSchema, bytesUpTo(MAX_PIECE_BYTES)]),
  'folder:finish': z.tuple([tokenSchema, snapshotSummarySchema]),
  'folder:cancel': z.tuple([tokenSchema]),
  'folder:readBack': z.tuple([]),
  'log:report': z.tuple([
    z.string().regex(/^[A-Za-z.]{1,100}$/),
    z.string().regex(/^[A-Za-z0-9./-]{0,100}$/),
  ]),
}

/** A map or a date has no fields either, and would pass for an object that says nothing. */
function isPlainObject(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Object]'
}
