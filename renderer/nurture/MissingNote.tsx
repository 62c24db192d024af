import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { LetterField } from '#shared/nurture/letters/letterTemplate'
import { useAboutMe } from '../edits/useAboutMe'
import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import styles from './Letter.module.css'

/** Who writes stands in the settings and not on the customer's page. */
const MINE: readonly LetterField[] = ['myName', 'myCompany']

/** Which fields nothing was known for; who signs is said here, beside the letter that lacks it. */
export function MissingNote({ missing }: { missing: readonly LetterField[] }) {
  const text = useText()
  const [signing, setSigning] = useState(false)
  if (missing.length === 0) return null
  const fields = missing.map((field) => text(`letter.field.${field}`)).join(comma(text))
  const isMine = missing.some((field) => MINE.includes(field))
  return (
    <>
      <span className={styles.missing}>
        <TriangleAlert size={13} strokeWidth={1.75} aria-hidden="true" /> {text('letter.missing', { fields })}
        {isMine && !signing && (
          <button type="button" className={styles.plain} onClick={() => setSigning(true)}>
            {text('letter.sayWho')}
          </button>
        )}
      </span>
      {isMine && signing && <SignHere onDone={() => setSigning(false)} />}
    </>
  )
}

/** Name and company for every letter from here on. */
function SignHere({ onDone }: { onDone: () => void }) {
  const text = useText()
  const about = useAboutMe()
  const [typed, setTyped] = useState<{ readonly name?: string; readonly company?: string }>({})
  if (about === undefined) return null
  const { name = about.name, company = about.company } = typed
  const save = async () => {
    if (name.trim() !== about.name) await about.saveName(name.trim())
    if (company.trim() !== about.company) await about.saveCompany(company.trim())
    onDone()
  }
  return (
    <form
      className={styles.sign}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <label>
        {text('settings.myName')}{' '}
        <input
          // biome-ignore lint/a11y/noAutofocus: only where the person has just asked for it
          autoFocus
          dir="auto"
          value={name}
          onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
        />
      </label>
      <label>
        {text('settings.myCompany')}{' '}
        <input
          dir="auto"
          value={company}
          onChange={(event) => setTyped({ ...typed, company: event.currentTarget.value })}
        />
      </label>
      <button type="submit" className={styles.plain}>
        {text('action.save')}
      </button>
    </form>
  )
}
