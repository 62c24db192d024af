import { useText } from '../i18n/text'
import sheet from '../ui/sheet.module.css'
import styles from './Channels.module.css'

/** Saving, and taking away what is there already. What came through it keeps its figures, and undo brings it back. */
export function PlaceFoot(props: { removeLabel: string | undefined; onRemove: () => void }) {
  const text = useText()
  return (
    <>
      {props.removeLabel !== undefined && <p className={styles.preview}>{text('channels.removeHint')}</p>}
      <div className={styles.actions}>
        <button type="submit" className={sheet.primary}>
          {text('action.save')}
        </button>
        {props.removeLabel !== undefined && (
          <button type="button" className={sheet.secondary} onClick={props.onRemove}>
            {props.removeLabel}
          </button>
        )}
      </div>
    </>
  )
}
