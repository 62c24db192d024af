import type { AccessWords } from '#shared/access/accessFile'
import type { MessageKey } from '#shared/i18n/catalogues'
import { directionOf } from '#shared/i18n/languages'
import type { TableName } from '#shared/records/tables'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { FIELD_NAMES } from '../notebook/fieldNames'
import { useFieldWords } from '../notebook/useFieldWords'
import { usePreferences } from '../settings/PreferencesContext'

/** Under which title the records of a table stand; the others stand together at the end. */
const SECTIONS: { readonly [T in TableName]?: MessageKey } = {
  customers: 'takeAlong.page.company',
  people: 'takeAlong.page.people',
  facts: 'takeAlong.page.facts',
  consents: 'takeAlong.page.consents',
  memberships: 'takeAlong.page.consents',
  promises: 'takeAlong.page.promises',
  interactions: 'takeAlong.page.timeline',
  orders: 'takeAlong.page.timeline',
  quotes: 'takeAlong.page.timeline',
  samples: 'takeAlong.page.timeline',
  stageMoves: 'takeAlong.page.timeline',
}

/** The words of the readable file. A field without words of its own stands under its name. */
export function useAccessWords(): (who: string, at: number) => AccessWords {
  const text = useText()
  const formats = useFormats()
  const fieldWords = useFieldWords()
  const { language } = usePreferences()
  return (who, at) => ({
    language,
    direction: directionOf(language),
    title: text('access.fileTitle', { who }),
    notes: [text('access.made', { when: formats.dayAndTime(at) }), text('access.notInside')],
    section: (table) => text(SECTIONS[table] ?? 'access.rest'),
    field: (field) => {
      const key = FIELD_NAMES[field]
      return key === undefined ? field : text(key)
    },
    value: (table, field, value) => fieldWords({ table, field }, value),
    alsoOthers: text('access.alsoOthers'),
    deleted: text('access.deleted'),
  })
}
