import { HEALTH_STEPS, type HealthFinding, worstState } from '#shared/health/finding'
import { useFormats } from '../i18n/formats'
import { useErrorText, useText } from '../i18n/text'
import styles from './Health.module.css'

/** What was found, step by step, each in words with its verdict. */
export function HealthFindings({ findings }: { readonly findings: readonly HealthFinding[] }) {
  const text = useText()
  return (
    <dl className={styles.findings}>
      {HEALTH_STEPS.map((step) => {
        const ofStep = findings.filter((finding) => finding.step === step)
        const state = worstState(ofStep)
        return (
          <div key={step} className={styles.finding} data-state={state}>
            <dt className={styles.step}>
              {text(`health.step.${step}`)}
              <span className={styles.state}>{text(`health.state.${state}`)}</span>
            </dt>
            {ofStep.map((finding) => (
              <FindingWords key={finding.code} finding={finding} />
            ))}
          </div>
        )
      })}
    </dl>
  )
}

function FindingWords({ finding: { code, counts, error } }: { readonly finding: HealthFinding }) {
  const text = useText()
  const errorText = useErrorText()
  const formats = useFormats()
  const when = formats.dayAndTime(counts.at ?? 0)
  const reason = error === undefined ? '' : errorText(error)
  return <dd className={styles.words}>{text(`health.found.${code}`, { ...counts, when, reason })}</dd>
}
