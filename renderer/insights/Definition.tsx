import { Tooltip } from '@mantine/core'
import { isMessageKey } from '#shared/i18n/catalogues'
import { useText } from '../i18n/text'
import { NOT_IN_PICTURE } from '../ui/pictureOf'
import styles from './Insights.module.css'

/** An (i) that says what a figure means: to the pointer, to the keyboard's focus, and to a screen reader. */
export function Definition({ name, title }: { name: string; title: string }) {
  const text = useText()
  const key = `insights.define.${name}`
  if (!isMessageKey(key)) return null
  return (
    <Tooltip label={text(key)} multiline w={340} events={{ hover: true, focus: true, touch: true }} withArrow>
      <button
        type="button"
        className={styles.definition}
        {...{ [NOT_IN_PICTURE]: '' }}
        aria-label={text('insights.definition', { figure: title })}
      >
        <span aria-hidden="true">i</span>
        <span className="visually-hidden">{text(key)}</span>
      </button>
    </Tooltip>
  )
}
