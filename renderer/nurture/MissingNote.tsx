import { TriangleAlert } from 'lucide-react'
import type { LetterField } from '#shared/nurture/letters/letterTemplate'
import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import { useView } from '../view/viewState'
import styles from './Letter.module.css'

/** Who writes stands in the settings and not on the customer's page. */
const MINE: readonly LetterField[] = ['myName', 'myCompany']

/** Which fields nothing was known for, and the way to the settings where they are ours to fill in. */
export function MissingNote({ missing }: { missing: readonly LetterField[] }) {
  const text = useText()
  const go = useView((view) => view.go)
  if (missing.length === 0) return null
  const fields = missing.map((field) => text(`letter.field.${field}`)).join(comma(text))
  return (
    <span className={styles.missing}>
      <TriangleAlert size={13} strokeWidth={1.75} aria-hidden="true" /> {text('letter.missing', { fields })}
      {missing.some((field) => MINE.includes(field)) && (
        <button type="button" className={styles.plain} onClick={() => go('settings')}>
          {text('letter.sayWho')}
        </button>
      )}
    </span>
  )
}
