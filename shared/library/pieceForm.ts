import type { Content } from '../records/content'
import { err, ok, type Result } from '../result'
import { isoDateSchema } from '../time/values'
import type { Edition } from './expiry'
import { isWebLink } from './links'

/** One language of a piece as it is being typed. */
export interface EditionForm {
  readonly language: string
  readonly title: string
  readonly url: string
  readonly version: string
  readonly expiresOn: string
  readonly attachmentId: string | undefined
}

/** A piece as it is being typed. */
export interface PieceForm {
  readonly title: string
  readonly kind: Content['kind']
  readonly status: Content['status']
  readonly on: string
  readonly topic: string
  /** Separated by commas. */
  readonly productLines: string
  readonly positionIds: readonly string[]
  readonly leadMagnet: boolean
  readonly note: string
  readonly editions: readonly EditionForm[]
}

/** What a form says about a piece; a field that is empty is absent, so that saving takes it away. */
export type PieceFields = Pick<Content, 'title' | 'kind' | 'status' | 'positionIds' | 'editions'> & {
  readonly [K in 'on' | 'topic' | 'productLines' | 'leadMagnet' | 'note']: Content[K] | undefined
}

/** A new piece: an idea without anything, or with the day that was clicked on. */
export function emptyPiece(language: string, on = ''): PieceForm {
  return {
    title: '',
    kind: 'article',
    status: 'idea',
    on,
    topic: '',
    productLines: '',
    positionIds: [],
    leadMagnet: false,
    note: '',
    editions: [emptyEdition(language)],
  }
}

export function emptyEdition(language: string): EditionForm {
  return { language, title: '', url: '', version: '', expiresOn: '', attachmentId: undefined }
}

/** A piece as a form. */
export function formOfPiece(piece: Content): PieceForm {
  return {
    title: piece.title,
    kind: piece.kind,
    status: piece.status,
    on: piece.on ?? '',
    topic: piece.topic ?? '',
    productLines: (piece.productLines ?? []).join(', '),
    positionIds: piece.positionIds,
    leadMagnet: piece.leadMagnet ?? false,
    note: piece.note ?? '',
    editions: piece.editions.map((edition) => ({
      language: edition.language,
      title: edition.title ?? '',
      url: edition.url ?? '',
      version: edition.version ?? '',
      expiresOn: edition.expiresOn ?? '',
      attachmentId: edition.attachmentId,
    })),
  }
}

/**
 * Reads a form. Errors, the first that is found: `library.noTitle`; `library.badLink`, `library.badDay` and
 * `library.sameLanguage` with the language they are about.
 */
export function pieceFromForm(form: PieceForm): Result<PieceFields> {
  const title = form.title.trim()
  if (title === '') return err('library.noTitle')
  if (form.on !== '' && !isoDateSchema.safeParse(form.on).success) return err('library.badDay')
  const seen = new Set<string>()
  for (const { language, url, expiresOn } of form.editions) {
    if (seen.has(language)) return err('library.sameLanguage', { language })
    seen.add(language)
    if (url.trim() !== '' && !isWebLink(url.trim())) return err('library.badLink', { language })
    if (expiresOn !== '' && !isoDateSchema.safeParse(expiresOn).success)
      return err('library.badDay', { language })
  }
  const lines = listOf(form.productLines)
  return ok({
    title,
    kind: form.kind,
    status: form.status,
    positionIds: [...form.positionIds],
    editions: form.editions.map(editionOf),
    on: present(form.on),
    topic: present(form.topic),
    productLines: lines.length === 0 ? undefined : lines,
    leadMagnet: form.leadMagnet || undefined,
    note: present(form.note),
  })
}

/** Names separated by commas of any script, each once. */
export function listOf(typed: string): string[] {
  const names = typed.split(/[,，、;；]/).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}

function editionOf(form: EditionForm): Edition {
  const fields = {
    title: present(form.title),
    attachmentId: form.attachmentId,
    url: present(form.url),
    version: present(form.version),
    expiresOn: present(form.expiresOn),
  }
  const known = Object.entries(fields).filter(([, value]) => value !== undefined)
  return { language: form.language, ...Object.fromEntries(known) }
}

function present(typed: string): string | undefined {
  const trimmed = typed.trim()
  return trimmed === '' ? undefined : trimmed
}
