import { NativeSelect } from '@mantine/core'
import type { ExportChoice } from '#shared/exporting/exportRequest'
import { useCarrierName } from '../carriers/useCarrierName'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { carrierBook } from '../store/queries/carriers'

/** Which of our own lists a newsletter list is for: being on it and having agreed are two things. */
export function ListChoice(props: {
  readonly choice: ExportChoice
  readonly disabled: boolean
  readonly onChange: (choice: ExportChoice) => void
}) {
  const { choice, disabled, onChange } = props
  const text = useText()
  const nameOf = useCarrierName()
  const lists = (useRead(carrierBook, [])?.carriers ?? []).filter(
    ({ kind, handleKind, retiredAt }) =>
      retiredAt === undefined && (kind === 'emailList' || handleKind === 'email'),
  )
  if (lists.length === 0) return null
  return (
    <NativeSelect
      label={text('export.list')}
      description={text('export.listHint')}
      disabled={disabled}
      value={choice.carrierId ?? ''}
      data={[
        { value: '', label: text('export.listAll') },
        ...lists.map((carrier) => ({ value: carrier.id, label: nameOf(carrier) })),
      ]}
      onChange={(event) => onChange({ ...choice, carrierId: event.currentTarget.value || undefined })}
    />
  )
}
