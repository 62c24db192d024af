import { useState } from 'react'
import { reasonWords } from '#shared/reporting/costWords'
import { useText } from '../i18n/text'
import { useReportWords } from '../i18n/useReportWords'
import { usePreferences } from '../settings/PreferencesContext'
import { useExpectedValue, useIsModelKnown } from '../store/useExpectedValue'
import { useView } from '../view/viewState'
import styles from './Notebook.module.css'

/**
 * What a customer brought and is expected to bring. Telling it takes everybody's orders, so it is asked for once; from
 * then on every page shows it while the window is open.
 */
export function ValueFacet({ customerId }: { customerId: string }) {
  const text = useText()
  const privacy = useView((view) => view.privacy)
  const isKnown = useIsModelKnown()
  const [asked, setAsked] = useState(false)
  if (privacy) return null
  if (isKnown || asked) return <ExpectedFacet customerId={customerId} />
  return (
    <span className={styles.facet}>
      <button type="button" className={styles.add} onClick={() => setAsked(true)}>
        {text('customer.expect')}
      </button>
      <small>{text('customer.expectNote')}</small>
    </span>
  )
}

function ExpectedFacet({ customerId }: { customerId: string }) {
  const text = useText()
  const words = useReportWords(usePreferences().language)
  const { observed, expected, base, progress, failed } = useExpectedValue(customerId)
  const told = expected?.value?.value
  const money = (minor: number) => words.money({ minor, currency: base ?? '' })
  return (
    <>
      {observed !== undefined && (
        <span className={styles.facet}>
          <strong>{observed.value === undefined ? '–' : words.money(observed.value)}</strong>
          <small>
            {observed.value === undefined ? reasonWords(observed.reason, words) : text('customer.brought')}
          </small>
        </span>
      )}
      <span className={styles.facet} aria-live="polite">
        <strong>{told === undefined || base === undefined ? '–' : money(told.minor)}</strong>
        {told !== undefined && base !== undefined && (
          <small title={text('customer.expectHint')}>
            {text('customer.expected', { low: money(told.lowMinor), high: money(told.highMinor) })}
          </small>
        )}
        {expected?.reason !== undefined && (
          <small className={styles.reason}>{reasonWords(expected.reason, words)}</small>
        )}
        {failed && <small>{text('insights.failed')}</small>}
        {!failed && expected === undefined && (
          <small>
            {progress === undefined
              ? text('insights.equityCounting')
              : text('insights.counting', { done: progress.done, total: progress.total })}
          </small>
        )}
      </span>
    </>
  )
}
