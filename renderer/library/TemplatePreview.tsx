import { Check, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { fillOwnLetter } from '#shared/nurture/letters/fillLetter'
import { templateFaults } from '#shared/nurture/letters/letterPieces'
import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import { briefValues } from '../nurture/briefValues'
import { Private } from '../privacy/Private'
import { useNotebook, useRead } from '../store/NotebookContext'
import { recentCustomerIds } from '../store/queries/customerList'
import { customerNames } from '../store/queries/customerPage'
import { readBrief } from '../store/queries/nurture'
import styles from './Library.module.css'

/** Customers offered for one search. */
const FOUND = 12

/** The letter as a real customer would get it, and whether anything is missing; only then may it be copied. */
export function TemplatePreview(props: {
  words: { readonly subject: string; readonly text: string }
  language: string
  contentId: string | undefined
}) {
  const text = useText()
  return (
    <section className={styles.preview} aria-label={text('template.preview')}>
      <h3 className={styles.groupTitle}>{text('template.preview')}</h3>
      <Private>
        <Preview {...props} />
      </Private>
    </section>
  )
}

function Preview(props: Parameters<typeof TemplatePreview>[0]) {
  const text = useText()
  const notebook = useNotebook()
  const [query, setQuery] = useState('')
  const [ids, setIds] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<string>()
  useEffect(() => {
    let wanted = true
    void find().then((found) => {
      if (wanted) setIds(found)
    })
    return () => {
      wanted = false
    }

    /** Without words: those worked with last. */
    async function find(): Promise<readonly string[]> {
      if (query.trim() !== '') return (await notebook.find(query, FOUND)).ids
      const db = notebook.database()
      return db === undefined ? [] : (await recentCustomerIds(db)).slice(0, FOUND)
    }
  }, [notebook, query])
  const names = useRead((db) => customerNames(db, ids), [ids.join()])
  const customerId = chosen !== undefined && ids.includes(chosen) ? chosen : ids[0]
  return (
    <>
      <div className={styles.variant}>
        <input
          type="search"
          className={styles.field}
          dir="auto"
          aria-label={text('template.findCustomer')}
          placeholder={text('template.findCustomer')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <select
          className={styles.native}
          disabled={ids.length === 0}
          aria-label={text('template.customer')}
          value={customerId ?? ''}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {ids.map((id) => (
            <option key={id} value={id}>
              {names?.get(id) || text('template.unnamed')}
            </option>
          ))}
        </select>
      </div>
      {customerId === undefined ? (
        <p className={styles.note}>{text('template.nobody')}</p>
      ) : (
        <PreviewFor {...props} customerId={customerId} />
      )}
    </>
  )
}

function PreviewFor(props: Parameters<typeof TemplatePreview>[0] & { customerId: string }) {
  const { words, language, contentId, customerId } = props
  const text = useText()
  const brief = useRead((db) => readBrief(db, customerId, {}), [customerId])
  const [copied, setCopied] = useState<string>()
  if (brief === undefined) return null
  const person = brief.page.people[0]
  const piece = brief.content.find(({ id }) => id === contentId)?.title
  const letter = fillOwnLetter(words, briefValues(brief, person, piece, language))
  const names = (fields: typeof letter.missing) =>
    fields.map((field) => text(`letter.field.${field}`)).join(comma(text))
  const isFaulty = [...templateFaults(words.subject), ...templateFaults(words.text)].length > 0
  const copy = async () => {
    const whole = letter.subject === '' ? letter.body : `${letter.subject}\n\n${letter.body}`
    const done = await navigator.clipboard.writeText(whole).then(
      () => true,
      () => false,
    )
    setCopied(text(done ? 'letter.copiedAnywhere' : 'error.letter.notCopied'))
  }
  return (
    <>
      <div className={styles.paper} lang={language} dir="auto">
        {letter.subject !== '' && <p className={styles.subject}>{letter.subject}</p>}
        <p className={styles.filled}>{letter.body}</p>
      </div>
      <p className={styles.note} role="status">
        {letter.missing.length === 0 && !isFaulty ? (
          <>
            <Check size={13} strokeWidth={2} aria-hidden="true" /> {text('template.complete')}
          </>
        ) : (
          letter.missing.length > 0 && text('template.missing', { fields: names(letter.missing) })
        )}
      </p>
      {letter.open.length > 0 && (
        <p className={styles.warning}>
          <TriangleAlert size={13} strokeWidth={1.75} aria-hidden="true" />{' '}
          {text('template.open', { fields: names(letter.open) })}
        </p>
      )}
      <button
        type="button"
        className={styles.quiet}
        disabled={letter.open.length > 0 || isFaulty || letter.body.trim() === ''}
        onClick={() => void copy()}
      >
        {text('letter.outlet.copy')}
      </button>{' '}
      <span role="status">{copied}</span>
    </>
  )
}
