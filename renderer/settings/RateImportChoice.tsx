import { MultiSelect, NativeSelect, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { MOST_RATES, planRates, RATE_STEPS, type RateChoice, rateChanges } from '#shared/costs/rateImport'
import type { RateSheet } from '#shared/importing/rates/rateSeries'
import { currencyCodeSchema } from '#shared/money/values'
import { addMonths, dayIn } from '#shared/time/calendarDay'
import { isoDateSchema } from '#shared/time/values'
import { useEdits } from '../edits/useEdits'
import { DayInput } from '../i18n/DayInput'
import { useText } from '../i18n/text'
import { useNotebook, useRead } from '../store/NotebookContext'
import { allRates } from '../store/queries/costs'
import { amountCurrencies } from '../store/queries/currencies'
import { deviceZone } from '../store/TodayContext'
import styles from './Money.module.css'
import { RateImportPreview } from './RateImportPreview'

/** So far back a file is taken unless the person says otherwise. */
const MONTHS_BACK = 24

/** What is wanted of a file of rates, what that would do, and the button that does it: one change, one undo. */
export function RateImportChoice({ sheet, onClose }: { sheet: RateSheet; onClose: () => void }) {
  const known = useRead(allRates, [])
  const own = useRead(amountCurrencies, [])
  if (known === undefined || own === undefined) return null
  return <ChoiceForm sheet={sheet} known={known} own={own} onClose={onClose} />
}

function ChoiceForm(props: {
  sheet: RateSheet
  known: Awaited<ReturnType<typeof allRates>>
  own: readonly string[]
  onClose: () => void
}) {
  const { sheet, known, own, onClose } = props
  const text = useText()
  const edits = useEdits()
  const { sources } = useNotebook()
  const inFile = useMemo(() => [...new Set(sheet.series.map(({ currency }) => currency))].sort(), [sheet])
  const [base, setBase] = useState(() => firstBase(sheet, own))
  const [rest, setRest] = useState<Omit<RateChoice, 'base'>>(() => ({
    // A bank that publishes a column a currency tells what one of its own buys; a list what one of theirs costs.
    direction: sheet.layout === 'columns' ? 'ofBase' : 'inBase',
    currencies: new Set(inFile.length <= 6 ? inFile : inFile.filter((code) => own.includes(code))),
    from: addMonths(dayIn(deviceZone(), sources.now()), -MONTHS_BACK),
    step: 'week',
  }))
  const code = base.trim().toUpperCase()
  const asksBase = sheet.series.some(({ against }) => against === undefined)
  const isBase = currencyCodeSchema.safeParse(code).success
  const plan = useMemo(() => planRates(sheet, { ...rest, base: code }, known), [sheet, rest, code, known])
  const change = (patch: Partial<RateChoice>) => setRest((before) => ({ ...before, ...patch }))
  const count = plan.added.length + plan.changed.length
  const isTooMuch = count > MOST_RATES
  const save = async () => {
    const saved = await edits.commit({ key: 'change.rates', params: { count } }, (at) =>
      rateChanges(plan, at, () => sources.newId()),
    )
    if (saved) onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={styles.grid}>
        {asksBase && (
          <>
            <TextInput
              dir="ltr"
              data-autofocus
              label={text('rates.base')}
              value={base}
              error={isBase ? undefined : text('error.rate.currencyUnknown')}
              onChange={(event) => setBase(event.currentTarget.value)}
            />
            <NativeSelect
              label={text('rates.direction')}
              value={rest.direction}
              data={(['ofBase', 'inBase'] as const).map((value) => ({
                value,
                label: text(`rates.direction.${value}`, { base: isBase ? code : '…' }),
              }))}
              onChange={(event) =>
                change({ direction: event.currentTarget.value as RateChoice['direction'] })
              }
            />
          </>
        )}
        <MultiSelect
          label={text('rates.currencies')}
          data={inFile}
          searchable
          value={[...rest.currencies]}
          onChange={(codes) => change({ currencies: new Set(codes) })}
        />
        <DayInput
          label={text('rates.from')}
          value={rest.from}
          onChange={(event) => {
            const from = event.currentTarget.value
            if (isoDateSchema.safeParse(from).success) change({ from })
          }}
        />
        <NativeSelect
          label={text('rates.step')}
          value={rest.step}
          data={RATE_STEPS.map((value) => ({ value, label: text(`rates.step.${value}`) }))}
          onChange={(event) => change({ step: event.currentTarget.value as RateChoice['step'] })}
        />
      </div>
      <RateImportPreview sheet={sheet} plan={plan} />
      {isTooMuch && <p className={styles.fault}>{text('rates.tooMany', { most: MOST_RATES })}</p>}
      <button
        type="submit"
        className={styles.save}
        disabled={count === 0 || isTooMuch || (asksBase && !isBase)}
      >
        {text('rates.take', { count })}
      </button>
    </form>
  )
}

/** The European Central Bank names every currency but its own; elsewhere it is likely the notebook's. */
function firstBase({ layout, series }: RateSheet, [notebooks = '']: readonly string[]): string {
  const codes = new Set(series.map(({ currency }) => currency))
  const isEurope = layout === 'columns' && !codes.has('EUR') && codes.has('USD') && codes.has('JPY')
  return isEurope ? 'EUR' : notebooks
}
