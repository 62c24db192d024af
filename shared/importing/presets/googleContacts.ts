import type { Preset } from './preset'

const NUMBERED: Preset['patterns'] = [
  { header: /^email(\d+)value$/, target: 'email', label: 'email$1label|email$1type' },
  { header: /^email(\d+)(label|type)$/, target: 'label' },
  { header: /^phone(\d+)value$/, target: 'phone', label: 'phone$1label|phone$1type' },
  { header: /^phone(\d+)(label|type)$/, target: 'label' },
  { header: /^im(\d+)value$/, target: 'labelled', label: 'im$1service|im$1label' },
  { header: /^im(\d+)(label|type|service)$/, target: 'label' },
  { header: /^customfield(\d+)value$/, target: 'labelled', label: 'customfield$1label|customfield$1type' },
  { header: /^customfield(\d+)(label|type)$/, target: 'label' },
  { header: /^website(\d+)value$/, target: 'web', label: 'website$1label|website$1type' },
  { header: /^website(\d+)(label|type)$/, target: 'label' },
  { header: /^address(\d+)country$/, target: 'country' },
  { header: /^address(\d+)(street|city|pobox|region|postalcode|extendedaddress)$/, target: 'address' },
  // The formatted form repeats the parts.
  { header: /^address(\d+)(formatted|label|type)$/, target: 'none' },
  { header: /^organization1name$/, target: 'company.name' },
  { header: /^organization1title$/, target: 'person.title' },
  { header: /^organization1department$/, target: 'person.department' },
]

/** Both CSV shapes of Google Contacts; several values share a cell, joined by ` ::: `, and so do their labels. */
export const googleContacts: Preset = {
  columns: {
    'First Name': 'person.first',
    'Given Name': 'person.first',
    'Middle Name': 'person.middle',
    'Additional Name': 'person.middle',
    'Last Name': 'person.last',
    'Family Name': 'person.last',
    Name: 'person.full',
    'Name Prefix': 'person.salutation',
    'Name Suffix': 'person.suffix',
    Nickname: 'person.nickname',
    'Organization Name': 'company.name',
    'Organization Title': 'person.title',
    'Organization Department': 'person.department',
    Notes: 'note',
    Labels: 'tags',
    'Group Membership': 'tags',
    Language: 'person.language',
    // "Fairs" and other places of the old shape are no companies' places.
    Location: 'extra',
    Subject: 'extra',
    Occupation: 'extra',
  },
  patterns: NUMBERED,
  channel: 'address-book',
  dropTags: /^(mycontacts|my contacts|starred|starred in android)$/i,
}
