import type { CustomerFile } from '#shared/exporting/customerFile'
import { ExportBuilder, exportHead } from '#shared/exporting/exportBuilder'
import type { ExportPart } from '#shared/exporting/exportFile'
import { type ExportChoice, tablesOf } from '#shared/exporting/exportRequest'
import type { LanguageChoice } from '#shared/i18n/languages'
import { exportBytes } from '../../../electron/exports/exportBytes'
import { MOMENT, NO_LOOKUPS, NOW } from '../../shared/exporting/customerFiles'

/** The bytes of the file that a choice makes of some customers, as the main process writes it. */
export async function written(
  choice: ExportChoice,
  files: readonly CustomerFile[],
  more: {
    readonly delimiter?: ',' | ';'
    readonly photo?: Uint8Array
    readonly language?: LanguageChoice
  } = {},
): Promise<Uint8Array> {
  const moment = { ...MOMENT, language: more.language ?? 'en' }
  const builder = new ExportBuilder(choice, moment, NO_LOOKUPS)
  async function* parts(): AsyncGenerator<ExportPart> {
    for (const [sheet, table] of tablesOf(choice).entries()) {
      for (const file of files) yield builder.part([file], table, sheet).part
    }
  }
  const bytes = exportBytes(exportHead(choice, moment), parts(), {
    readPhoto: async () => more.photo,
    delimiter: () => more.delimiter ?? ',',
    now: () => NOW,
  })
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
