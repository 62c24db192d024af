import type { Page } from '#shared/merging/mergeChanges'
import { peopleOf } from '#shared/merging/mergeSeries'
import type { PersonPair } from '#shared/merging/samePeople'
import { useText } from '../i18n/text'
import styles from './MergeDialog.module.css'

interface SamePeopleListProps {
  readonly winner: Page
  readonly loser: Page
  readonly pairs: readonly PersonPair[]
  /** Ids of the loser's people who are somebody else after all. */
  readonly apart: ReadonlySet<string>
  readonly onToggle: (loserId: string) => void
}

/** People of the two pages who seem to be one: put together unless the person takes the mark away. */
export function SamePeopleList({ winner, loser, pairs, apart, onToggle }: SamePeopleListProps) {
  const text = useText()
  if (pairs.length === 0) return null
  const names = new Map(
    [...peopleOf(winner), ...peopleOf(loser)].map((person) => [person.id, person.fullName]),
  )
  return (
    <fieldset className={styles.people}>
      <legend className={styles.legend}>{text('merge.people')}</legend>
      {pairs.map(({ winnerId, loserId }) => (
        <label key={loserId} className={styles.person}>
          <input type="checkbox" checked={!apart.has(loserId)} onChange={() => onToggle(loserId)} />
          <bdi>
            {text('merge.person', { name: names.get(winnerId) ?? '', other: names.get(loserId) ?? '' })}
          </bdi>
        </label>
      ))}
    </fieldset>
  )
}
