import { type WhatIf, whatIfCac } from '#shared/measures/whatIfCac'
import { reasonWords } from '#shared/reporting/costWords'
import type { ReportWords } from '#shared/reporting/words'
import { useText } from '../i18n/text'
import styles from './Channels.module.css'

/** The three answers, each with how it comes about. */
export function WhatIfAnswers({ question, words }: { question: WhatIf; words: ReportWords }) {
  const text = useText()
  const answer = whatIfCac(question)
  const { newCustomers, referred, existingCustomers, upliftPercent } = question
  const spend = words.money(question.spend)
  const uplift = Number(upliftPercent)
  const shown = [
    [text('whatIf.plain'), answer.plain, text('whatIf.plainHow', { spend, newCustomers })],
    [
      text('whatIf.withReferred'),
      answer.withReferred,
      text('whatIf.referredHow', { spend, newCustomers, referred }),
    ],
    [
      text('whatIf.withRepurchase'),
      answer.withRepurchase,
      text('whatIf.repurchaseHow', {
        uplift: words.number(uplift, 2),
        existingCustomers,
        equivalents: words.number((uplift * existingCustomers) / 100, 2),
      }),
    ],
  ] as const
  return (
    <dl className={styles.answers}>
      {shown.map(([label, figure, how]) => (
        <div key={label}>
          <dt>{label}</dt>
          {figure.value === undefined ? (
            <dd className={styles.reason}>{reasonWords(figure.reason, words)}</dd>
          ) : (
            <>
              <dd className={styles.big}>
                <bdi>{words.money(figure.value)}</bdi>
              </dd>
              <dd className={styles.note}>{how}</dd>
            </>
          )}
        </div>
      ))}
    </dl>
  )
}
