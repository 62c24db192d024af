import type { FigureName, ImportFigure, ImportPeriod } from './domainParts'
import { contentHash } from './rowHash'

/** A record's key has room for this much of a name; a longer one is told by its hash. */
const PART_CHARS = 80
const KEY = /^import:([^|]*)\|([^|]*)\|([^|]*)\|(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/

/** The key under which a figure's records stand, so that reading the same days again finds them. */
export function figureKey({ name, period }: Pick<ImportFigure, 'name' | 'period'>): string {
  return `import:${part(name.book)}|${part(name.level)}|${part(name.subject)}|${period.from}..${period.to}`
}

/** What a record's key says, the names as the key writes them; undefined for keys of another making. */
export function readFigureKey(key: string): (FigureName & { readonly period: ImportPeriod }) | undefined {
  const [, book, level, subject, from, to] = KEY.exec(key) ?? []
  if (book === undefined || level === undefined || subject === undefined) return undefined
  return from === undefined || to === undefined ? undefined : { book, level, subject, period: { from, to } }
}

function part(text: string): string {
  const plain = text.replaceAll('|', '/')
  return plain.length <= PART_CHARS && plain === text ? plain : `${plain.slice(0, 50)}~${contentHash(text)}`
}
