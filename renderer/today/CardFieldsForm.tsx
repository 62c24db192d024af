import { type FormEvent, useId } from 'react'
import { updateChange } from '#shared/changes/buildChange'
import type { MessageKey } from '#shared/i18n/catalogues'
import { type CardFields, type CardPage, cardChanges, fieldsOfPage } from '#shared/leads/cardFields'
import { useEdits } from '../edits/useEdits'
import { useKeptEdit } from '../edits/useKeptEdit'
import { useCountries } from '../i18n/countries'
import { useText } from '../i18n/text'
import letterStyles from '../nurture/Letter.module.css'
import { currentRecord } from '../store/currentRecord'
import { useNotebook } from '../store/NotebookContext'
import { cardPage } from '../store/queries/cardPage'
import { KeyCaps } from '../ui/KeyCaps'
import type { UnreadCard } from '../workers/cardDebtReader'
import styles from './CardQueue.module.css'

type TextField = Exclude<keyof CardFields, 'country'>

/** The fields in the order in which cards tell them, `country` in the middle where numbers begin to need it. */
const FIELDS: readonly (readonly [field: TextField, label: MessageKey, type: 'text' | 'tel' | 'email'])[] = [
  ['person', 'lead.person', 'text'],
  ['title', 'person.title', 'text'],
  ['company', 'lead.company', 'text'],
  ['phone', 'lead.phone', 'tel'],
  ['email', 'lead.email', 'email'],
  ['website', 'customer.website', 'text'],
  ['address', 'customer.address', 'text'],
]

/** The words of a card: Enter saves them and goes to the next one. */
export function CardFieldsForm(props: { card: UnreadCard; page: CardPage; onSaved: () => void }) {
  const { card, page, onSaved } = props
  const text = useText()
  const countries = useCountries()
  const notebook = useNotebook()
  const edits = useEdits()
  const id = useId()
  // Under the photo's id: the meeting's own is that of its words on the customer's page.
  const { fields, write, forget } = useKeptEdit(card.photos[0]?.id ?? card.interactionId, {
    ...fieldsOfPage(page),
  })
  const name = fields.person.trim() || fields.company.trim()
  const first = FIELDS.find(([field]) => fieldsOfPage(page)[field] === '')?.[0]

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const saved = await edits.commit({ key: 'change.cardRead', params: { name } }, async (at) => {
      const db = notebook.database()
      const now = db === undefined ? undefined : await cardPage(db, card.interactionId)
      return now === undefined ? [] : cardChanges(fields, now, { at, newId: notebook.sources.newId })
    })
    if (saved) {
      forget()
      onSaved()
    }
  }

  /** The photo stays with the meeting; it only waits for nobody any more. */
  const nothingMore = async () => {
    const saved = await edits.commit({ key: 'change.cardSaysNoMore', params: { name } }, async (at) => {
      const photos = await Promise.all(
        card.photos.map((photo) => currentRecord(notebook.database(), 'attachments', photo.id)),
      )
      return photos.flatMap((photo) =>
        photo === undefined ? [] : (updateChange('attachments', photo, { purpose: 'photo' }, at) ?? []),
      )
    })
    if (saved) {
      forget()
      onSaved()
    }
  }

  return (
    <form className={styles.fields} onSubmit={(event) => void save(event)}>
      {FIELDS.map(([field, label, type]) => (
        <div key={field} className={styles.field}>
          <label htmlFor={`${id}-${field}`}>{text(label)}</label>
          <input
            id={`${id}-${field}`}
            // biome-ignore lint/a11y/noAutofocus: the queue is for typing, and each card begins at what it lacks first
            autoFocus={field === first}
            type={type === 'email' ? 'text' : type}
            inputMode={type}
            dir="auto"
            spellCheck={false}
            value={fields[field]}
            onChange={(event) => write({ [field]: event.currentTarget.value })}
          />
          {field === 'company' && (
            <select
              aria-label={text('lead.country')}
              value={fields.country}
              onChange={(event) => write({ country: event.currentTarget.value })}
            >
              <option value="">{text('lead.country')}</option>
              {countries.map(({ value, label: country }) => (
                <option key={value} value={value}>
                  {country}
                </option>
              ))}
            </select>
          )}
        </div>
      ))}
      <div className={styles.acts}>
        <button type="submit" className={letterStyles.primary}>
          {text('cards.save')} <KeyCaps chord="↵" onAccent />
        </button>
        <button type="button" className={letterStyles.plain} onClick={() => void nothingMore()}>
          {text('cards.noMore')}
        </button>
      </div>
    </form>
  )
}
