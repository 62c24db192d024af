import { ERASURE_REASONS, type ErasureRequest, type ErasureSubject } from '#shared/erasing/request'
import type { Page } from '#shared/merging/mergeChanges'
import type { Person } from '#shared/records/person'
import { useText } from '../i18n/text'
import styles from './Erase.module.css'

type Choice = Pick<ErasureRequest, 'reason' | 'keepsFigures' | 'alsoElsewhere'>

interface EraseChoiceProps {
  readonly page: Page
  readonly subject: ErasureSubject
  readonly onSubject: (subject: ErasureSubject) => void
  readonly choice: Choice
  readonly onChoice: (changes: Partial<Choice>) => void
}

/** The page with all on it or one of its people, why, and how far it goes. */
export function EraseChoice({ page, subject, onSubject, choice, onChoice }: EraseChoiceProps) {
  const text = useText()
  const people = page.records.filter(({ table }) => table === 'people')
  return (
    <>
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{text('erase.who')}</legend>
        <label className={styles.choice}>
          <input
            type="radio"
            name="erased"
            checked={subject.kind === 'customer'}
            onChange={() => onSubject({ kind: 'customer', id: page.customer.id })}
          />
          <span>{text('erase.wholePage')}</span>
        </label>
        {people.map(({ record }) => (
          <label key={record.id} className={styles.choice}>
            <input
              type="radio"
              name="erased"
              checked={subject.id === record.id}
              onChange={() => onSubject({ kind: 'person', id: record.id })}
            />
            <span>
              {text('erase.onePerson', {
                name: (record as unknown as Person).fullName || text('person.name'),
              })}
            </span>
          </label>
        ))}
      </fieldset>
      <label className={styles.line}>
        <span>{text('erase.why')}</span>
        <select
          className={styles.select}
          value={choice.reason}
          onChange={(event) =>
            onChoice({
              reason: ERASURE_REASONS.find((reason) => reason === event.currentTarget.value) ?? 'other',
            })
          }
        >
          {ERASURE_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {text(`erase.reason.${reason}`)}
            </option>
          ))}
        </select>
      </label>
      {subject.kind === 'customer' && (
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={choice.keepsFigures}
            onChange={(event) => onChoice({ keepsFigures: event.currentTarget.checked })}
          />
          <span>{text('erase.keepsFigures')}</span>
        </label>
      )}
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={choice.alsoElsewhere}
          onChange={(event) => onChoice({ alsoElsewhere: event.currentTarget.checked })}
        />
        <span>{text('erase.alsoElsewhere')}</span>
      </label>
    </>
  )
}
