import { useId, useState } from 'react'
import { CONTENT_PANELS } from '#shared/insights/panels'
import { useText } from '../i18n/text'
import styles from './Insights.module.css'
import { PanelSection } from './PanelSection'

/** What content did, seen from one side at a time. */
export function ContentSection() {
  const text = useText()
  const id = useId()
  const [by, setBy] = useState<(typeof CONTENT_PANELS)[number]>('content')
  return (
    <PanelSection
      key={by}
      name={by}
      wide
      controls={
        <span className={styles.choice}>
          <label htmlFor={id}>{text('insights.by')}</label>
          <select
            id={id}
            value={by}
            onChange={(event) =>
              setBy(CONTENT_PANELS.find((name) => name === event.currentTarget.value) ?? 'content')
            }
          >
            {CONTENT_PANELS.map((name) => (
              <option key={name} value={name}>
                {text(`insights.by.${name}`)}
              </option>
            ))}
          </select>
        </span>
      }
    />
  )
}
