import { useText } from '../i18n/text'
import { type Choice, ChoiceRow } from './ChoiceRow'
import type { BoothStaff } from './useBoothStaff'

/** The keys by which the people of a booth are picked, in their order: 1 to 9, then A to Z. */
const KEYS = [...'123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Who of us is talking; stays with the desk until somebody else takes over. Nothing where the fair names nobody. */
export function StaffRow(props: {
  booth: BoothStaff
  staffId: string | undefined
  onPick: (staffId: string) => void
}) {
  const { booth, staffId, onPick } = props
  const text = useText()
  if (booth.people.length === 0) return null
  const choices = booth.people.map(({ id, name }, index): Choice => {
    const cap = KEYS[index] ?? ''
    return { value: id, label: name, cap, code: cap === '' ? '' : `${index < 9 ? 'Digit' : 'Key'}${cap}` }
  })
  return (
    <ChoiceRow
      line={'\\'}
      label={text('lead.staff')}
      value={staffId}
      choices={choices}
      // The same key again changes nothing: somebody is always talking.
      onPick={(picked) => picked !== undefined && onPick(picked)}
    />
  )
}
