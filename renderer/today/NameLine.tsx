import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import styles from './NameLine.module.css'

/**
 * Whom a row is about, in one line: the name stays, the Latin one is shortened with the company, and the place comes once
 * the others have their room.
 */
export function NameLine(props: {
  name: string
  latin?: string | undefined
  /** The company and the place, or one of them. */
  whereabouts: readonly (string | undefined)[]
}) {
  const { name, latin } = props
  const text = useText()
  const [first, place] = props.whereabouts.filter((part) => part !== undefined && part !== '')
  return (
    <span className={styles.line}>
      <strong>
        <bdi>{name}</bdi>
      </strong>{' '}
      {latin !== undefined && (
        <>
          <bdi className={styles.latin}>{latin}</bdi>{' '}
        </>
      )}
      {first !== undefined && (
        <span className={styles.where}>
          <bdi>{first}</bdi>
          {place !== undefined && (
            <span className={styles.place}>
              {comma(text)}
              <bdi>{place}</bdi>
            </span>
          )}
        </span>
      )}
    </span>
  )
}
