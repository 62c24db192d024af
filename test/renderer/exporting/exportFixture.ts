import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import type { Change, LooseRecord } from '#shared/changes/changeSet'
import type { ExportChoice } from '#shared/exporting/exportRequest'
import type { LanguageChoice } from '#shared/i18n/languages'
import type { OrchardBridge } from '#shared/ipc/contract'
import { err, ok, type Result } from '#shared/result'
import { generateSampleNotebook } from '#shared/sample/generateSampleNotebook'
import { createDragOut } from '../../../electron/dragging/dragOut'
import { createExportSession } from '../../../electron/exports/exportSession'
import { nodeFs } from '../../../electron/files/fsPort'
import type { Notebook } from '../../../renderer/store/notebook'
import type { ExportOrder, ExportParts, ExportWatch } from '../../../renderer/store/runExport'

export const NOW = Date.UTC(2026, 10, 28, 9)
export const SPREADSHEET: ExportChoice = {
  subject: 'contacts',
  format: 'xlsx',
  table: 'interactions',
  hashed: false,
  photos: false,
}

/** The real way out over a folder of its own: the session of the main process, its dialog answered. */
export function exportDesk(notebook: Notebook, delimiter: ',' | ';' = ',', photo?: Uint8Array) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-export-'))
  const dragged: string[] = []
  let answer: 'yes' | 'no' = 'yes'
  const session = createExportSession({
    fs: nodeFs,
    choosePlace: async (fileName) => (answer === 'yes' ? path.join(folder, fileName) : null),
    readPhoto: async () => photo,
    delimiter: () => delimiter,
    newToken: uuidV7,
    now: () => NOW,
    onSaved: () => undefined,
    dragOut: createDragOut({
      fs: nodeFs,
      folder: path.join(folder, 'dragged'),
      saved: { find: () => undefined },
      startDrag: (file) => dragged.push(path.relative(folder, file)),
    }),
  })
  const calls: ExportParts['calls'] & Pick<OrchardBridge['call'], 'drag:begin'> = {
    'export:begin': (head, title) => session.begin(structuredClone(head), title),
    'drag:begin': (head, title) => session.beginDrag(structuredClone(head), title),
    'export:write': (token, parts) => session.write(token, parts),
    'export:finish': (token) => session.finish(token),
    'export:cancel': async (token) => {
      await session.cancel(token)
      return ok(null)
    },
  }
  return {
    parts: { notebook, calls },
    dragged,
    files: () => readdirSync(folder).sort(),
    read: (fileName: string) => new Uint8Array(readFileSync(path.join(folder, fileName))),
    refuse: () => {
      answer = 'no'
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** An order as the dialog gives it. */
export function order(
  choice: Partial<ExportChoice> = {},
  language: LanguageChoice = 'en',
  customerIds: ExportOrder['customerIds'] = 'all',
): ExportOrder {
  const moment = { language, zone: 'Asia/Shanghai', now: NOW, today: '2026-11-28' }
  return { choice: { ...SPREADSHEET, ...choice }, moment, customerIds }
}

/** A watch that lets everything run; `stopAfter` gives up after so many pages. */
export function watch(stopAfter = Number.POSITIVE_INFINITY): ExportWatch & { readonly seen: number[] } {
  const controller = new AbortController()
  const seen: number[] = []
  return {
    signal: controller.signal,
    seen,
    onProgress: (done) => {
      seen.push(done)
      if (seen.length >= stopAfter) controller.abort()
    },
  }
}

/** Puts the fictional notebook in. */
export async function addSample(notebook: Notebook, customers: number, talksEach = 10): Promise<void> {
  const options = { seed: 'export', customers, asOf: NOW, interactionsPerCustomer: talksEach }
  const rows = [...generateSampleNotebook(options)]
  const changes = rows.map(
    ({ table, record }): Change => ({ table, id: record.id, after: record as unknown as LooseRecord }),
  )
  must(await notebook.commit({ label: { key: 'change.sample' }, origin: 'sample' }, () => changes))
  await notebook.settled()
}

/** The value of what went well. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** The code of what did not. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? err('').error.code : result.error.code
}
