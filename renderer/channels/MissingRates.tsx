import { useState } from 'react'
import type { MissingRate } from '#shared/money/rates'
import { missingRateWords } from '#shared/reporting/costWords'
import type { ReportWords } from '#shared/reporting/words'
import { useText } from '../i18n/text'
import { RateDialog } from '../settings/RateDialog'
import link from '../ui/link.module.css'
import styles from './Channels.module.css'

/** Each rate that is missing, in words, with the way to add it. */
export function MissingRates({ missing, words }: { missing: readonly MissingRate[]; words: ReportWords }) {
  const text = useText()
  const [adding, setAdding] = useState<MissingRate>()
  return (
    <>
      {missing.length > 0 && (
        <ul className={styles.missing}>
          {missing.map((rate) => (
            <li key={`${rate.from}${rate.to}${rate.on}`}>
              {missingRateWords(rate, words)}{' '}
              <button type="button" className={link.link} onClick={() => setAdding(rate)}>
                {text('rate.addThis')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {adding !== undefined && <RateDialog wanted={adding} onClose={() => setAdding(undefined)} />}
    </>
  )
}
