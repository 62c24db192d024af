import type { LetterKey } from '#shared/nurture/letters/letterTemplate'
import type { RecordOf } from '#shared/records/tables'
import { useEdits } from '../edits/useEdits'
import { leadingDirection } from '../i18n/leadingDirection'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { allContent } from '../store/queries/library'
import { InlineText } from '../ui/InlineText'
import styles from './Library.module.css'

/** What a template is called, which shipped one it stands before, the piece that goes with it, and its retirement. */
export function TemplateHead(props: {
  own: RecordOf<'templates'> | undefined
  letterKey: LetterKey | undefined
}) {
  const { own, letterKey } = props
  const text = useText()
  const edits = useEdits()
  const content = useRead(allContent, []) ?? []
  if (own === undefined) {
    return (
      <div className={styles.editorHead}>
        <h2>{letterKey === undefined ? '' : text(`template.letter.${letterKey}`)}</h2>
        <p className={styles.note}>{text('template.copyHow')}</p>
      </div>
    )
  }
  const params = { name: own.name }
  const isRetired = own.retiredAt !== undefined
  const retire = () =>
    void edits.commit({ key: isRetired ? 'change.templateBack' : 'change.templateRetired', params }, (at) =>
      edits.changeOf('templates', own.id, { retiredAt: isRetired ? undefined : at }, at),
    )
  return (
    <div className={styles.editorHead}>
      <h2>
        <InlineText
          strong
          value={own.name}
          label={text('template.name')}
          onSave={(name) =>
            name !== '' &&
            void edits.update('templates', own.id, { name }, { key: 'change.template', params })
          }
        />
      </h2>
      <label>
        {text('template.piece')}{' '}
        <select
          className={styles.native}
          dir={leadingDirection(content.find(({ id }) => id === own.contentId)?.title ?? '')}
          value={own.contentId ?? ''}
          onChange={(event) =>
            void edits.update(
              'templates',
              own.id,
              { contentId: event.currentTarget.value || undefined },
              { key: 'change.template', params },
            )
          }
        >
          <option value="">{text('template.noPiece')}</option>
          {content
            .filter((piece) => piece.retiredAt === undefined || piece.id === own.contentId)
            .map((piece) => (
              <option key={piece.id} value={piece.id}>
                {piece.title}
              </option>
            ))}
        </select>
      </label>
      <button type="button" className={styles.quiet} onClick={retire}>
        {text(
          isRetired
            ? 'library.bringBack'
            : letterKey === undefined
              ? 'library.retire'
              : 'template.backToShipped',
        )}
      </button>
    </div>
  )
}
