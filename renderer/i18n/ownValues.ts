import { fitsKind, type OwnField, type OwnValue } from '#shared/ownFields/ownField'
import { useFormats } from './formats'
import { useText } from './text'

/** The words of an own field's value; one that does not fit its kind any more stands as it is kept. */
export function useOwnValueWords(): (field: Pick<OwnField, 'kind'> | undefined, value: OwnValue) => string {
  const text = useText()
  const formats = useFormats()
  return (field, value) => {
    if (typeof value === 'boolean') return text(value ? 'ownFields.yes' : 'ownFields.no')
    if (typeof value === 'number') return formats.number(value)
    return field?.kind === 'date' && fitsKind('date', value) ? formats.shortDay(value) : value
  }
}

/** What an own field is called; of a retired one it is said. */
export function useOwnFieldName(): (field: Pick<OwnField, 'name' | 'retiredAt'>) => string {
  const text = useText()
  return ({ name, retiredAt }) => (retiredAt === undefined ? name : text('ownFields.retiredName', { name }))
}
