import { isMessageKey, type MessageKey } from '../i18n/catalogues'
import type { Translate } from '../i18n/translator'
import type { ChangeLabel } from './changeSet'

/** The label of a change to one field: which field as the key of its name, so that it reads in any language. */
export function fieldLabel(
  key: 'change.field' | 'change.aboutMe',
  field: MessageKey,
  name?: string,
): ChangeLabel {
  return { key, params: { field, ...(name === undefined ? {} : { name }) } }
}

/**
 * What a change is called, in the translator's language. A field is named by its key; entries of earlier versions hold
 * the word itself, which is given as it is, as is a label's key that this version does not know.
 */
export function labelWords({ key, params = {} }: ChangeLabel, text: Translate): string {
  if (!isMessageKey(key)) return key
  const { field } = params
  const named = typeof field === 'string' && isMessageKey(field) ? { field: text(field) } : {}
  return text(key, { ...params, ...named })
}
