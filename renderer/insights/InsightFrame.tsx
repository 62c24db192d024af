import { type ReactNode, useId } from 'react'
import type { PanelName } from '#shared/insights/panels'
import { ATTRIBUTION_MODELS } from '#shared/measures/attribution'
import { COST_VIEWS } from '#shared/measures/costViews'
import { PlainDayInput } from '../i18n/DayInput'
import { useText } from '../i18n/text'
import { SavedReportFiles } from '../savedFiles/SavedReportFiles'
import { useRead } from '../store/NotebookContext'
import { currenciesInUse } from '../store/queries/currencies'
import { useCellWords } from './cellWords'
import { PERIODS, type PeriodName, useInsights } from './InsightContext'
import styles from './Insights.module.css'
import { RateGaps } from './RateGaps'
import { useExportFigures } from './useExportFigures'
import { useInsight } from './useInsight'

/** The bar above the figures of one part, how far the counting is, and the figures. */
export function InsightFrame(props: {
  readonly tab: 'acquisition' | 'orchard' | 'nurture'
  /** What the spreadsheet holds. */
  readonly panels: readonly [PanelName, ...PanelName[]]
  readonly children: ReactNode
}) {
  const { tab, panels, children } = props
  const text = useText()
  const { words } = useCellWords()
  const { choice, choose, request } = useInsights()
  const [first] = panels
  // The first figure of the part tells for all of them whether everybody is counted.
  const counted = useInsight(`${tab} counting`, (calls, asked) => calls.insightPanel(asked, first))
  const currencies = useRead(currenciesInUse, [])
  const title = text('insights.workbookTitle', {
    tab: text(`insights.tab.${tab}`),
    day: request.today,
  })
  const saving = useExportFigures(title, panels)
  const { progress } = counted
  // Five of them have a row of their own, fewer stand in the first one.
  const choices = (
    <span className={styles.choices} data-row={tab === 'acquisition'}>
      <Choice
        label={text('insights.currency')}
        value={choice.currency ?? counted.base ?? ''}
        options={(currencies ?? []).map((code) => [code, code] as const)}
        // The notebook's own currency is chosen by choosing none.
        onChange={(code) => choose({ currency: code === currencies?.[0] ? undefined : code })}
      />
      {tab === 'acquisition' && (
        <>
          <Choice
            label={text('insights.period')}
            value={choice.period}
            options={(Object.keys(PERIODS) as PeriodName[]).map(
              (name) => [name, text(`insights.period.${name}`)] as const,
            )}
            onChange={(name) => choose({ period: name as PeriodName })}
          />
          <UntilField
            value={request.period.to}
            most={request.today}
            onChange={(until) => choose({ until })}
          />
          <Choice
            label={text('insights.view')}
            value={choice.view}
            options={COST_VIEWS.map((view) => [view, text(`insights.view.${view}`)] as const)}
            onChange={(view) => choose({ view: view as (typeof COST_VIEWS)[number] })}
          />
        </>
      )}
      {tab !== 'nurture' && (
        <Choice
          label={text('insights.model')}
          value={choice.model}
          options={ATTRIBUTION_MODELS.map((model) => [model, text(`insights.model.${model}`)] as const)}
          onChange={(model) => choose({ model: model as (typeof ATTRIBUTION_MODELS)[number] })}
        />
      )}
    </span>
  )
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{text(`insights.tab.${tab}`)}</h1>
        <span className={styles.quiet}>
          {text('insights.asOf', {
            day: words.day(tab === 'acquisition' ? request.period.to : request.today),
          })}
        </span>
        <span className={styles.grow} />
        {tab !== 'acquisition' && choices}
        <button
          type="button"
          className={styles.export}
          disabled={saving.busy || counted.value === undefined}
          onClick={() => void saving.save()}
        >
          {text('insights.export')}
        </button>
        {tab === 'acquisition' && choices}
      </header>
      <div aria-live="polite">
        {saving.result !== undefined && <SavedReportFiles result={saving.result} />}
        {counted.failed && <p className={styles.gap}>{text('insights.failed')}</p>}
        {progress !== undefined && progress.total > 0 && (
          <p className={styles.note}>
            {text('insights.counting', { done: progress.done, total: progress.total })}
          </p>
        )}
      </div>
      <RateGaps request={request} />
      <div className={styles.figures} data-counted={counted.value !== undefined && progress === undefined}>
        {children}
      </div>
    </div>
  )
}

function Choice(props: {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [string, string])[]
  readonly onChange: (value: string) => void
}) {
  const { label, value, options, onChange } = props
  const id = useId()
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </span>
  )
}

function UntilField(props: {
  readonly value: string
  readonly most: string
  readonly onChange: (until: string | undefined) => void
}) {
  const text = useText()
  const id = useId()
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{text('insights.until')}</label>
      <PlainDayInput
        id={id}
        value={props.value}
        max={props.most}
        onChange={(event) => {
          const day = event.currentTarget.value
          // An emptied field means today; tomorrow is nothing that could have been counted.
          props.onChange(day === '' || day >= props.most ? undefined : day)
        }}
      />
    </span>
  )
}
