import { LETTER_KEYS, type LetterKey } from '#shared/nurture/letters/letterTemplate'
import { letterSource } from '#shared/nurture/letters/ownTemplates'
import type { RecordOf } from '#shared/records/tables'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { allTemplates } from '../store/queries/library'
import { useLibraryView } from '../view/libraryView'
import styles from './Library.module.css'
import { PartHead } from './PartHead'
import { TemplateDialog } from './TemplateDialog'
import { TemplateEditor } from './TemplateEditor'

type Template = RecordOf<'templates'>

/** The letters that we begin with: shipped ones, the copies that stand before them, and our own. */
export function TemplatesPart() {
  const text = useText()
  const templates = useRead(allTemplates, [])
  const { dialog, openDialog, template: chosen } = useLibraryView()
  const standing = (templateKey: string) => letterSource(templates ?? [], { templateKey }).own
  const shippedKey = LETTER_KEYS.find((key) => `letter.${key}` === chosen)
  const own =
    shippedKey === undefined ? templates?.find(({ id }) => id === chosen) : standing(`letter.${shippedKey}`)
  const others = (templates ?? []).filter(
    ({ id, templateKey }) => templateKey === undefined || standing(templateKey)?.id !== id,
  )
  const key = shippedKey ?? LETTER_KEYS.find((each) => `letter.${each}` === own?.templateKey)
  return (
    <div className={styles.part}>
      <PartHead
        title={text('library.tab.templates')}
        add={text('template.add')}
        onAdd={() => openDialog({ kind: 'newTemplate' })}
      />
      {templates !== undefined && (
        <div className={styles.editorPage}>
          <nav className={styles.templates} aria-label={text('library.tab.templates')}>
            <h2 className={styles.groupTitle}>{text('template.shipped')}</h2>
            <ul>
              {LETTER_KEYS.map((each) => (
                <ShippedLine key={each} letterKey={each} own={standing(`letter.${each}`)} />
              ))}
            </ul>
            <h2 className={styles.groupTitle}>{text('template.own')}</h2>
            {others.length === 0 ? (
              <p className={styles.note}>{text('template.noOwn')}</p>
            ) : (
              <ul>
                {others.map((one) => (
                  <OwnLine key={one.id} template={one} />
                ))}
              </ul>
            )}
          </nav>
          {(own !== undefined || key !== undefined) && (
            <TemplateEditor key={own?.id ?? key} own={own} letterKey={key} />
          )}
        </div>
      )}
      {dialog?.kind === 'newTemplate' && <TemplateDialog onClose={() => openDialog(undefined)} />}
    </div>
  )
}

function ShippedLine({ letterKey, own }: { letterKey: LetterKey; own: Template | undefined }) {
  const text = useText()
  return (
    <Line
      name={`letter.${letterKey}`}
      title={text(`template.letter.${letterKey}`)}
      note={own === undefined ? undefined : text('template.standsBefore', { name: own.name })}
    />
  )
}

function OwnLine({ template }: { template: Template }) {
  const text = useText()
  return (
    <Line
      name={template.id}
      title={template.name}
      note={template.retiredAt === undefined ? undefined : text('library.retired')}
    />
  )
}

function Line({ name, title, note }: { name: string; title: string; note: string | undefined }) {
  const { template, editTemplate } = useLibraryView()
  return (
    <li>
      <button
        type="button"
        className={styles.template}
        aria-current={template === name ? 'true' : undefined}
        onClick={() => editTemplate(name)}
      >
        <bdi>{title}</bdi>
        {note !== undefined && (
          <small>
            <bdi>{note}</bdi>
          </small>
        )}
      </button>
    </li>
  )
}
