import { Select } from '@mantine/core'
import { ATTRIBUTION_MODELS, type AttributionModel } from '#shared/measures/attribution'
import { COST_VIEWS, type CostView } from '#shared/measures/costViews'
import { isoDateSchema } from '#shared/time/values'
import { DayInput } from '../i18n/DayInput'
import { useText } from '../i18n/text'
import type { PlaceAsked } from '../store/usePlaceFigures'
import styles from './Channels.module.css'

/** For which days, in which view of costs and by which way of crediting the figures are worked out. */
export function PlaceQuestionRow(props: { asked: PlaceAsked; onChange: (asked: PlaceAsked) => void }) {
  const { asked, onChange } = props
  const text = useText()
  const setDay = (end: 'from' | 'to') => (event: { currentTarget: { value: string } }) => {
    const day = event.currentTarget.value
    if (isoDateSchema.safeParse(day).success) onChange({ ...asked, period: { ...asked.period, [end]: day } })
  }
  return (
    <div className={styles.questions}>
      <DayInput label={text('costs.from')} value={asked.period.from} onChange={setDay('from')} />
      <DayInput
        label={text('costs.to')}
        value={asked.period.to}
        error={asked.period.to < asked.period.from ? text('error.place.endsBeforeStart') : undefined}
        onChange={setDay('to')}
      />
      <Select
        label={text('channels.view')}
        data={COST_VIEWS.map((value) => ({ value, label: text(`channels.view.${value}`) }))}
        value={asked.view}
        allowDeselect={false}
        onChange={(value) => onChange({ ...asked, view: (value as CostView | null) ?? 'cash' })}
      />
      <Select
        label={text('channels.model')}
        data={ATTRIBUTION_MODELS.map((value) => ({ value, label: text(`channels.model.${value}`) }))}
        value={asked.model}
        allowDeselect={false}
        onChange={(value) =>
          onChange({ ...asked, model: (value as AttributionModel | null) ?? 'firstTouch' })
        }
      />
    </div>
  )
}
