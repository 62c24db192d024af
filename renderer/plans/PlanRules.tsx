import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { PLAN_GOALS, PLAN_STAGES, type PlanDraft } from '#shared/nurture/planDraft'
import type { Stage } from '#shared/records/customer'
import { PLAN_EVENTS, type PlanEvent } from '#shared/records/nurture'
import { useText } from '../i18n/text'
import styles from './Plans.module.css'

/** What a plan is for, what holds it up or ends it, and how it keeps its distance. */
export function PlanRules(props: { draft: PlanDraft; onChange: (patch: Partial<PlanDraft>) => void }) {
  const { draft, onChange } = props
  const text = useText()
  const goals = PLAN_GOALS.map((value) => ({ value: value as string, label: text(`plan.goal.${value}`) }))
  const isOther = draft.goal !== undefined && !goals.some(({ value }) => value === draft.goal)
  return (
    <>
      <div className={styles.ruleFields}>
        <NativeSelect
          label={text('plans.goal')}
          description={text('plans.goalHint')}
          value={draft.goal ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ goal: PLAN_GOALS.find((goal) => goal === value) })
          }
          data={[
            { value: '', label: text('plans.noGoal') },
            ...goals,
            ...(isOther ? [{ value: draft.goal ?? '', label: text('plans.otherGoal') }] : []),
          ]}
        />
        <TextInput
          label={text('plans.quietDays')}
          dir="ltr"
          inputMode="numeric"
          value={draft.quietDays}
          onChange={(event) => onChange({ quietDays: event.currentTarget.value })}
        />
        <TextInput
          label={text('plans.ratio')}
          dir="ltr"
          inputMode="numeric"
          value={draft.giveAskRatio}
          onChange={(event) => onChange({ giveAskRatio: event.currentTarget.value })}
        />
      </div>
      <div className={styles.ruleChoices}>
        <Choice
          label={text('plans.pauseOn')}
          options={PLAN_EVENTS}
          labelOf={(event) => text(`plan.event.${event}`)}
          value={draft.pauseOn}
          onChange={(pauseOn) =>
            onChange({ pauseOn, stopOn: draft.stopOn.filter((one) => !pauseOn.includes(one)) })
          }
        />
        <Choice<PlanEvent>
          label={text('plans.stopOn')}
          options={PLAN_EVENTS}
          labelOf={(event) => text(`plan.event.${event}`)}
          value={draft.stopOn}
          onChange={(stopOn) =>
            onChange({ stopOn, pauseOn: draft.pauseOn.filter((one) => !stopOn.includes(one)) })
          }
        />
        <Choice<Stage>
          label={text('plans.pauseAtStages')}
          options={PLAN_STAGES}
          labelOf={(stage) => text(`stage.${stage}`)}
          value={draft.pauseAtStages}
          onChange={(pauseAtStages) =>
            onChange({
              pauseAtStages,
              stopAtStages: draft.stopAtStages.filter((one) => !pauseAtStages.includes(one)),
            })
          }
        />
        <Choice<Stage>
          label={text('plans.stopAtStages')}
          options={PLAN_STAGES}
          labelOf={(stage) => text(`stage.${stage}`)}
          value={draft.stopAtStages}
          onChange={(stopAtStages) =>
            onChange({
              stopAtStages,
              pauseAtStages: draft.pauseAtStages.filter((one) => !stopAtStages.includes(one)),
            })
          }
        />
      </div>
    </>
  )
}

function Choice<T extends string>(props: {
  label: string
  options: readonly T[]
  labelOf: (option: T) => string
  value: readonly T[]
  onChange: (next: readonly T[]) => void
}) {
  const { label, options, labelOf, value, onChange } = props
  return (
    <fieldset className={styles.events}>
      <legend>{label}</legend>
      {options.map((option) => (
        <Checkbox
          key={option}
          size="xs"
          label={labelOf(option)}
          checked={value.includes(option)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.checked ? [...value, option] : value.filter((one) => one !== option))
          }
        />
      ))}
    </fieldset>
  )
}
