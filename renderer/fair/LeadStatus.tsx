import { useFormats } from '../i18n/formats'
import { useErrorText, useText } from '../i18n/text'
import type { LeadDesk, LeadDeskState } from '../store/leadDesk'
import { useNotebookState } from '../store/NotebookContext'
import { useLeadDeskState } from '../store/useLeadDeskState'
import styles from './Capture.module.css'
import { useDraftName } from './useDraftName'

/** What became of the leads that were saved and of what is typed: the most urgent of it in one line. */
export function LeadStatus({ desk }: { desk: LeadDesk }) {
  const text = useText()
  const formats = useFormats()
  const errorText = useErrorText()
  const isImporting = useNotebookState((state) => state.bulk !== undefined)
  const { refused, keepError, saving, keptAt } = useLeadDeskState(desk, (state) => state)
  const refusal = useRefusal()
  const fault =
    refused !== undefined ? refusal(refused) : keepError !== undefined ? errorText(keepError) : undefined
  const count = saving.length
  return (
    <span className={styles.kept} role="status">
      {fault !== undefined ? (
        <span className={styles.fault}>{fault}</span>
      ) : count > 0 ? (
        text(isImporting ? 'lead.savingAfterImport' : 'lead.saving', { count })
      ) : keptAt !== undefined ? (
        text('lead.kept', { time: formats.clock(keptAt) })
      ) : null}
    </span>
  )
}

function useRefusal(): (refused: NonNullable<LeadDeskState['refused']>) => string {
  const text = useText()
  const errorText = useErrorText()
  const nameOf = useDraftName()
  return ({ error, lead, isAside }) => {
    if (error.code === 'lead.empty') return text('lead.empty')
    const reason = errorText(error.code)
    return isAside
      ? text('lead.notSavedAside', { reason, name: nameOf(lead) })
      : text('lead.notSaved', { reason })
  }
}
