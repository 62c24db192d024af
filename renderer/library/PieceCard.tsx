import { Magnet, Paperclip, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { expiryOf, worstExpiry } from '#shared/library/expiry'
import type { Content } from '#shared/records/content'
import { useFormats } from '../i18n/formats'
import { useIntlLanguageName } from '../i18n/languageNames'
import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import { useLibraryView } from '../view/libraryView'
import styles from './Library.module.css'

/** One piece on the board. */
export function PieceCard(props: { piece: Content; today: string; children: ReactNode }) {
  const { piece } = props
  const text = useText()
  const formats = useFormats()
  const languageName = useIntlLanguageName()
  const openDialog = useLibraryView((view) => view.openDialog)
  return (
    <article className={styles.card}>
      <button
        type="button"
        className={styles.cardTitle}
        onClick={() => openDialog({ kind: 'piece', id: piece.id })}
      >
        <bdi>{piece.title}</bdi>
      </button>
      <p className={styles.small}>
        {text(`content.kind.${piece.kind}`)}
        {piece.on !== undefined && <> · {formats.shortDay(piece.on)}</>}
        {piece.editions.length > 0 && (
          <> · {piece.editions.map((edition) => languageName(edition.language)).join(comma(text))}</>
        )}
        {piece.editions.some((edition) => edition.attachmentId !== undefined) && (
          <>
            {' '}
            <Paperclip size={12} strokeWidth={1.75} role="img" aria-label={text('content.hasFile')} />
          </>
        )}
        {piece.leadMagnet === true && (
          <>
            {' '}
            <Magnet size={12} strokeWidth={1.75} role="img" aria-label={text('content.leadMagnet')} />
          </>
        )}
      </p>
      <ExpiryNote piece={piece} today={props.today} />
      {props.children}
    </article>
  )
}

/** The worst of the editions' expiries, with its day; nothing while all are good. */
export function ExpiryNote({ piece, today }: { piece: Content; today: string }) {
  const text = useText()
  const formats = useFormats()
  const worst = worstExpiry(piece, today)
  const edition = piece.editions.find((one) => expiryOf(one, today) === worst)
  if (edition?.expiresOn === undefined || (worst !== 'expired' && worst !== 'expiring')) return null
  return (
    <p className={styles.expiry}>
      <TriangleAlert size={12} strokeWidth={1.75} aria-hidden="true" />{' '}
      {text(`library.${worst}`, { day: formats.shortDay(edition.expiresOn) })}
    </p>
  )
}
