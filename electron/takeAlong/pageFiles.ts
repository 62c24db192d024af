import { PAGE_FOLDER, READER_FOLDER } from '#shared/takeAlong/contents'
import type { CustomerPage } from '#shared/takeAlong/customerPage'
import { markdownOf } from '#shared/takeAlong/markdown'
import { fileNameOf } from '../files/fileName'
import { type FolderWriter, OwnNames } from './folderWriter'

/** So many small files are written beside each other: a disk syncs them together. */
const AT_A_TIME = 16
/** Lines of the reader's list in one script. */
const LIST_LINES = 5_000

/** What the reader shows of a page before it is opened. */
type ListLine = readonly [name: string, detail: string, search: string, script: number, place: number]

/** The scripts that the reader loads. */
export interface ReaderScripts {
  /** Paths of the lists, all of which are loaded at the beginning. */
  readonly lists: readonly string[]
  readonly pages: number
}

/** Writes customers' pages twice: each as a Markdown file, and some at a time as a script for the reader. */
export class PageFiles {
  private readonly names = new OwnNames()
  private readonly lists: string[] = []
  private lines: ListLine[] = []
  private scripts = 0
  private pages = 0

  constructor(
    private readonly folder: FolderWriter,
    private readonly attachmentPaths: ReadonlyMap<string, string>,
    private readonly attachmentsTitle: string,
  ) {}

  async add(pages: readonly CustomerPage[]): Promise<void> {
    this.scripts += 1
    const written = pages.map((page) => ({
      page,
      path: `${PAGE_FOLDER}/${this.names.take(fileNameOf(page.name), 'md')}`,
      links: page.files.flatMap(({ hash, label }) => {
        const path = this.attachmentPaths.get(hash)
        return path === undefined ? [] : { label, href: hrefOf(path) }
      }),
    }))
    for (let from = 0; from < written.length; from += AT_A_TIME) {
      // All of them have come to an end, one way or the other, before the first failure is told.
      const done = await Promise.allSettled(
        written.slice(from, from + AT_A_TIME).map(({ page, path, links }) => {
          // A page lies one folder down.
          const files = {
            title: this.attachmentsTitle,
            links: links.map(({ label, href }) => ({ label, href: `../${href}` })),
          }
          return this.folder.add(path, new TextEncoder().encode(markdownOf(page, files)))
        }),
      )
      const failed = done.find((each) => each.status === 'rejected')
      if (failed !== undefined) throw failed.reason
    }
    const shown = written.map(({ page, path, links }) => ({
      name: page.name,
      detail: page.detail,
      sections: page.sections,
      files: links,
      href: hrefOf(path),
    }))
    await this.folder.add(
      scriptPath('pages', this.scripts),
      scriptBytes(`orchardPages(${this.scripts},`, shown),
    )
    this.lines.push(
      ...pages.map(
        ({ name, detail, search }, place): ListLine => [name, detail, search, this.scripts, place],
      ),
    )
    this.pages += pages.length
    if (this.lines.length >= LIST_LINES) await this.writeList()
  }

  async finish(): Promise<ReaderScripts> {
    if (this.lines.length > 0) await this.writeList()
    return { lists: this.lists, pages: this.pages }
  }

  private async writeList(): Promise<void> {
    const path = scriptPath('list', this.lists.length + 1)
    this.lists.push(path)
    const { lines } = this
    this.lines = []
    await this.folder.add(path, scriptBytes('orchardList(', lines))
  }
}

function scriptPath(kind: 'pages' | 'list', number: number): string {
  return `${READER_FOLDER}/${kind}-${String(number).padStart(5, '0')}.js`
}

/** A call with data: a page that was opened from a disk may load scripts, but can't read files. JSON is JavaScript. */
function scriptBytes(call: string, value: unknown): Uint8Array {
  return new TextEncoder().encode(`${call}${JSON.stringify(value)})\n`)
}

/** The address of a file of the folder, whatever its name holds. */
function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
