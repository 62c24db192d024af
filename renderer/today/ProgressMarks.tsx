import { useText } from '../i18n/text'
import styles from './Today.module.css'

/** Beyond so many the marks would be hairs: each then stands for several. */
const MOST_MARKS = 80

/** One mark a letter: full height when it is written, half when it waits. */
export function ProgressMarks({ done, all }: { done: number; all: number }) {
  const text = useText()
  const marks = Math.min(all, MOST_MARKS)
  const full = all === 0 ? 0 : Math.floor((done / all) * marks)
  return (
    <div
      className={styles.marks}
      role="progressbar"
      aria-valuemin={0}
      aria-valuemax={all}
      aria-valuenow={done}
      aria-label={text('evening.progress', { done, all })}
    >
      {Array.from({ length: marks }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks have no identity but their place
        <i key={place} data-done={place < full} />
      ))}
    </div>
  )
}
