import type { LeadDraft } from '#shared/leads/leadDraft'
import type { Touchpoint } from '#shared/records/touchpoint'
import { dayIn } from '#shared/time/calendarDay'
import { PlainDayInput } from '../i18n/DayInput'
import { useText } from '../i18n/text'
import { useNotebook } from '../store/NotebookContext'
import { defaultPromiseDay } from '../store/promiseDay'
import styles from './Capture.module.css'
import { fairZone } from './FairHeader'

/** What we said we would send, and by when; the day fills itself in with the first letter. */
export function PromiseField(props: {
  fair: Touchpoint
  draft: LeadDraft
  update: (patch: Partial<LeadDraft>) => void
  inputId: string
}) {
  const { fair, draft, update } = props
  const text = useText()
  const { sources } = useNotebook()
  const type = (promised: string) => {
    const day = draft.promisedBy ?? defaultPromiseDay(dayIn(fairZone(fair), sources.now()), draft.country)
    update(promised.trim() === '' ? { promised, promisedBy: undefined } : { promised, promisedBy: day })
  }
  return (
    <>
      <input
        id={props.inputId}
        data-line-focus
        className={styles.input}
        autoComplete="off"
        dir="auto"
        placeholder={text('lead.promisedHint')}
        value={draft.promised}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {draft.promisedBy !== undefined && (
        <label className={styles.toggle}>
          {text('lead.promisedBy')}
          <PlainDayInput
            className={styles.native}
            value={draft.promisedBy}
            onChange={(event) => update({ promisedBy: event.currentTarget.value || undefined })}
          />
        </label>
      )}
    </>
  )
}
