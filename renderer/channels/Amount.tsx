import styles from './Channels.module.css'

/** An amount; a plus sign behind it, on the same side in every language, says that it is at least so much. */
export function Amount({ shown, isFloor }: { shown: string; isFloor: boolean }) {
  return (
    <bdi dir={isFloor ? 'ltr' : undefined}>
      {shown}
      {isFloor && <span className={styles.floor}>+</span>}
    </bdi>
  )
}
