import type { Content } from '#shared/records/content'
import { useFormats } from '../i18n/formats'
import { useIntlLanguageName } from '../i18n/languageNames'
import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import link from '../ui/link.module.css'
import { useLibraryView } from '../view/libraryView'
import styles from './Library.module.css'
import { ExpiryNote } from './PieceCard'

/** The pieces line by line. */
export function ContentList({ content, today }: { content: readonly Content[]; today: string }) {
  const text = useText()
  const formats = useFormats()
  const languageName = useIntlLanguageName()
  const openDialog = useLibraryView((view) => view.openDialog)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{text('content.title')}</th>
          <th scope="col">{text('content.kind')}</th>
          <th scope="col">{text('content.status')}</th>
          <th scope="col">{text('content.on')}</th>
          <th scope="col">{text('content.editions')}</th>
        </tr>
      </thead>
      <tbody>
        {content.map((piece) => (
          <tr key={piece.id}>
            <td>
              <button
                type="button"
                className={link.link}
                onClick={() => openDialog({ kind: 'piece', id: piece.id })}
              >
                <bdi>{piece.title}</bdi>
              </button>
              <ExpiryNote piece={piece} today={today} />
            </td>
            <td>{text(`content.kind.${piece.kind}`)}</td>
            <td className={styles.day}>{text(`content.status.${piece.status}`)}</td>
            <td className={styles.day}>{piece.on === undefined ? '–' : formats.shortDay(piece.on)}</td>
            <td>{piece.editions.map((edition) => languageName(edition.language)).join(comma(text))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
