import { useId } from 'react'
import { ATTRIBUTION_MODELS } from '#shared/measures/attribution'
import { COST_VIEWS } from '#shared/measures/costViews'
import { periodName, REVIEW_UNITS, reviewPeriods } from '#shared/reporting/review/reviewPeriod'
import { type ReviewChoice, SCOPES_OF, type ScopeKind } from '#shared/reporting/review/savedReview'
import { dayIn } from '#shared/time/calendarDay'
import { CustomerFinder } from '../finding/CustomerFinder'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { currenciesInUse } from '../store/queries/currencies'
import { deviceZone } from '../store/TodayContext'
import { useNow } from '../store/useNow'
import styles from './Reports.module.css'
import type { NamedScopes } from './useScopeNames'

/** So many periods are offered. */
const OFFERED = { month: 13, quarter: 9, year: 6 } as const

/** What the review is of, and of which time. */
export function ReviewChoices(props: {
  choice: ReviewChoice
  scopes: NamedScopes
  onChange: (change: Partial<ReviewChoice>) => void
}) {
  const { choice, scopes, onChange } = props
  const text = useText()
  const formats = useFormats()
  const today = dayIn(deviceZone(), useNow())
  const kinds: readonly ScopeKind[] = SCOPES_OF[choice.kind]
  const currencies = useRead(currenciesInUse, []) ?? []
  const [own = ''] = currencies
  // A saved report may be in a currency that no rate names any more: it is shown as what it is.
  const offered = [...new Set([...currencies, ...(choice.currency === undefined ? [] : [choice.currency])])]
  const hasPlaces = choice.kind === 'monthly' || choice.kind === 'channel'
  return (
    <div className={styles.choices}>
      <Choice
        label={text('insights.period')}
        value={choice.unit}
        options={REVIEW_UNITS.map((unit) => [unit, text(`review.unit.${unit}`)] as const)}
        onChange={(unit) => onChange({ unit: unit as ReviewChoice['unit'], back: Math.min(choice.back, 1) })}
      />
      <Choice
        label={text('review.which')}
        value={String(choice.back)}
        options={Array.from({ length: OFFERED[choice.unit] }, (_, back) => {
          const { period, isRunning } = reviewPeriods(choice.unit, back, today)
          const name =
            choice.unit === 'month' ? formats.month(period.from) : periodName(choice.unit, period.from)
          return [String(back), isRunning ? text('review.running', { period: name }) : name] as const
        })}
        onChange={(back) => onChange({ back: Number(back) })}
      />
      {kinds.length > 1 && (
        <Choice
          label={text('review.of')}
          value={choice.scopeKind}
          options={kinds.map((kind) => [kind, text(`review.scope.${kind}`)] as const)}
          onChange={(kind) => onChange({ scopeKind: kind as ScopeKind, scopeId: undefined })}
        />
      )}
      {choice.scopeKind === 'customer' && (
        <CustomerFinder
          inLine
          label={text('review.scope.customer')}
          chosenId={choice.scopeId}
          onChoose={(customer) => onChange({ scopeId: customer?.id })}
        />
      )}
      {choice.scopeKind !== 'customer' && choice.scopeKind !== 'whole' && (
        <Choice
          label={text(`review.scope.${choice.scopeKind}`)}
          value={choice.scopeId ?? ''}
          options={[['', text('review.choose')], ...scopes[choice.scopeKind]]}
          onChange={(id) => onChange({ scopeId: id === '' ? undefined : id })}
        />
      )}
      <Choice
        label={text('insights.currency')}
        value={choice.currency ?? own}
        options={offered.map((code) => [code, code] as const)}
        // The notebook's own currency is chosen by choosing none.
        onChange={(code) => onChange({ currency: code === own ? undefined : code })}
      />
      {hasPlaces && (
        <>
          <Choice
            label={text('insights.model')}
            value={choice.model}
            options={ATTRIBUTION_MODELS.map((model) => [model, text(`insights.model.${model}`)] as const)}
            onChange={(model) => onChange({ model: model as ReviewChoice['model'] })}
          />
          <Choice
            label={text('insights.view')}
            value={choice.view}
            options={COST_VIEWS.map((view) => [view, text(`insights.view.${view}`)] as const)}
            onChange={(view) => onChange({ view: view as ReviewChoice['view'] })}
          />
        </>
      )}
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
