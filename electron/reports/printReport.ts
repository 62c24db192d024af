import { readFile } from 'node:fs/promises'
import type { WrittenReport } from '#shared/reporting/writtenReport'
import type { HeldPages } from './heldPages'
import { pageDocument } from './pageHtml'

/** Where the built template is served, and found among the files of the window. */
const TEMPLATE = '/report/page.html'

/** What printing works with. */
export interface PrinterParts {
  /** The files of the built window by the path they are served under. */
  readonly files: ReadonlyMap<string, string>
  readonly pages: HeldPages
  /** Prints the document at a path of our origin. */
  readonly printPage: (path: string) => Promise<Uint8Array>
}

/** Makes PDFs of report pages; rejects when the page can't be built, loaded or printed. */
export function createReportPrinter(
  parts: PrinterParts,
): (page: WrittenReport['page']) => Promise<Uint8Array> {
  return async (page) => {
    const file = parts.files.get(TEMPLATE)
    if (file === undefined) throw new Error('no report template in the build')
    const { path, release } = parts.pages.hold(pageDocument(await readFile(file, 'utf8'), page))
    try {
      return await parts.printPage(path)
    } finally {
      release()
    }
  }
}
