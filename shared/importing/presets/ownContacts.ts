import { catalogueOf, type MessageKey } from '../../i18n/catalogues'
import { LANGUAGE_CHOICES } from '../../i18n/languages'
import { OWN_ID_SCHEME } from '../../matching/externalId'
import { OWN_ID_HEADER, withoutRole } from '../ownIds'
import type { Target } from '../targets'
import type { Preset } from './preset'

/**
 * The columns of our own table of customers and people, in their order, and where each goes when the table comes back.
 * `none`: the notebook knows it better, or it is worked out from other records.
 */
export const OWN_COLUMNS = {
  'exportColumn.company': 'company.name',
  'exportColumn.name': 'person.full',
  'exportColumn.firstName': 'person.first',
  'exportColumn.lastName': 'person.last',
  'exportColumn.latinName': 'none',
  'exportColumn.salutation': 'person.salutation',
  'exportColumn.title': 'person.title',
  'exportColumn.email': 'email',
  'exportColumn.phone': 'phone',
  'exportColumn.whatsapp': 'whatsapp',
  'exportColumn.wechat': 'wechat',
  'exportColumn.linkedin': 'linkedin',
  'exportColumn.messaging': 'messaging',
  'exportColumn.otherAddress': 'none',
  'exportColumn.country': 'country',
  'exportColumn.city': 'none',
  'exportColumn.address': 'address',
  'exportColumn.website': 'web',
  'exportColumn.language': 'none',
  'exportColumn.stage': 'none',
  'exportColumn.grade': 'grade',
  'exportColumn.tags': 'tags',
  'exportColumn.source': 'none',
  'exportColumn.unsubscribed': 'optout',
  'exportColumn.created': 'none',
  'exportColumn.changed': 'none',
} as const satisfies Readonly<Partial<Record<MessageKey, Target>>>
export type OwnColumn = keyof typeof OWN_COLUMNS

/** A table of ours: every row names the record that it was made from, in whatever language its captions are. */
export const ownContacts: Preset = {
  /** Made when it is asked for: the captions of every language are there by then. */
  get columns() {
    return columnsInEveryLanguage()
  },
  externalScheme: OWN_ID_SCHEME,
  refine: (record) => {
    const { externalIds = [], handles, person } = record
    return {
      record: {
        ...record,
        handles: person === undefined ? handles : handles.map(withoutRole),
        externalIds: externalIds.filter(({ scheme }) => scheme === OWN_ID_SCHEME),
      },
    }
  },
}

function columnsInEveryLanguage(): Record<string, Target> {
  const columns: Record<string, Target> = { [OWN_ID_HEADER]: 'externalId' }
  for (const language of LANGUAGE_CHOICES) {
    const captions = catalogueOf(language)
    for (const [key, target] of Object.entries(OWN_COLUMNS)) columns[captions[key as OwnColumn]] = target
  }
  return columns
}
