import { useState } from 'react'
import { WHOLE } from '#shared/costs/placeFigures'
import { type WhatIfForm, WORKED_EXAMPLE, whatIfFromForm } from '#shared/costs/whatIfForm'
import { moneyToDecimal } from '#shared/money/decimal'
import { dayIn } from '#shared/time/calendarDay'
import { trailingYear } from '#shared/time/period'
import { useErrorText, useText } from '../i18n/text'
import { useReportWords } from '../i18n/useReportWords'
import { usePreferences } from '../settings/PreferencesContext'
import { useNotebook } from '../store/NotebookContext'
import { deviceZone } from '../store/TodayContext'
import { type PlaceFiguresState, usePlaceFigures } from '../store/usePlaceFigures'
import sheet from '../ui/sheet.module.css'
import { useView } from '../view/viewState'
import styles from './Channels.module.css'
import { WhatIfAnswers } from './WhatIfAnswers'
import { WhatIfInput } from './WhatIfInput'

const FIELDS = ['spend', 'newCustomers', 'referred', 'upliftPercent', 'existingCustomers'] as const

/** What a new customer would cost: begun with the notebook's own twelve months, moved by sliders or typed. */
export function WhatIfTab() {
  const text = useText()
  const errorText = useErrorText()
  const words = useReportWords(usePreferences().language)
  const { sources } = useNotebook()
  const [period] = useState(() => trailingYear(dayIn(deviceZone(), sources.now())))
  const { answer, fault } = usePlaceFigures({ period, model: 'firstTouch', view: 'cash' })
  const [typed, setTyped] = useState<Partial<WhatIfForm>>({})
  const privacy = useView((view) => view.privacy)
  if (fault !== undefined) {
    return (
      <p role="alert" className={styles.fault}>
        {errorText(fault.code)}
      </p>
    )
  }
  if (answer === undefined) return null
  const own = ownForm(answer)
  const form = { ...own, ...typed }
  const question = whatIfFromForm(form, answer.base)
  const faultOf = (field: string) =>
    !question.ok && question.error.params?.field === field
      ? errorText(question.error.code, { places: Number(question.error.params?.places ?? 0) })
      : undefined
  return (
    <section className={`${sheet.ground} ${styles.ledger}`}>
      <header className={sheet.head}>
        <h1 className={sheet.heading}>{text('channels.tab.whatIf')}</h1>
        <button type="button" className={sheet.secondary} onClick={() => setTyped({})}>
          {text('whatIf.own')}
        </button>
        <button type="button" className={sheet.secondary} onClick={() => setTyped(WORKED_EXAMPLE)}>
          {text('whatIf.example')}
        </button>
      </header>
      <p className={styles.preview}>{text('whatIf.lead')}</p>
      {privacy ? (
        <p className={styles.note}>{text('costs.hidden')}</p>
      ) : (
        <div className={styles.whatIf}>
          <div className={styles.inputs}>
            {FIELDS.map((field) => (
              <WhatIfInput
                key={field}
                label={text(`whatIf.${field}`, { base: answer.base })}
                value={form[field]}
                start={own[field]}
                isPercent={field === 'upliftPercent'}
                fault={faultOf(field)}
                onChange={(value) => setTyped((now) => ({ ...now, [field]: value }))}
              />
            ))}
            {own.spend === '0' && <p className={styles.note}>{text('whatIf.noCost')}</p>}
          </div>
          {question.ok && <WhatIfAnswers question={question.value} words={words} />}
        </div>
      )}
    </section>
  )
}

function ownForm({ figures, start }: NonNullable<PlaceFiguresState['answer']>): WhatIfForm {
  const spend = figures.get(WHOLE)?.acquisition.cost.total.value
  return {
    spend: spend === undefined ? '0' : moneyToDecimal(spend),
    newCustomers: String(start.newCustomers),
    referred: String(start.referred),
    upliftPercent: '0',
    existingCustomers: String(start.existingCustomers),
  }
}
