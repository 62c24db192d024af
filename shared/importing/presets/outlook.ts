import { lookup } from '../lookup'
import type { Preset, RowView } from './preset'

/**
 * Outlook's CSV in all three shapes (classic, outlook.com, Google's "Outlook CSV") and its Chinese and German names.
 * `Title` is Mr. or Dr. here. Columns whose only content is a default are noise.
 */
export const outlook: Preset = {
  columns: {
    Title: 'person.salutation',
    'First Name': 'person.first',
    'Middle Name': 'person.middle',
    'Last Name': 'person.last',
    Suffix: 'person.suffix',
    Nickname: 'person.nickname',
    Company: 'company.name',
    'Job Title': 'person.title',
    Department: 'person.department',
    'E-mail Address': 'email',
    'E-mail 2 Address': 'email',
    'E-mail 3 Address': 'email',
    'E-mail Type': 'none',
    'E-mail Display Name': 'none',
    'Business Fax': 'fax',
    'Home Fax': 'fax',
    'Other Fax': 'fax',
    'Mobile Phone': 'mobile',
    IMAddress: 'messaging',
    'Web Page': 'web',
    'Personal Web Page': 'web',
    'Business Country': 'country',
    'Business Country/Region': 'country',
    'Home Country': 'country',
    'Home Country/Region': 'country',
    'Other Country': 'country',
    'Other Country/Region': 'country',
    'Business Street': 'address',
    'Business Street 2': 'address',
    'Business Street 3': 'address',
    'Business City': 'address',
    'Business State': 'address',
    'Business Postal Code': 'address',
    'Business Address': 'none',
    Notes: 'note',
    Categories: 'tags',
    Private: 'private',
    Language: 'person.language',
    Gender: 'extra',
    Account: 'extra',
    Priority: 'none',
    Sensitivity: 'none',
    Location: 'extra',
    名: 'person.first',
    姓: 'person.last',
    单位: 'company.name',
    职务: 'person.title',
    电子邮件地址: 'email',
    商务电话: 'phone',
    移动电话: 'mobile',
    住宅电话: 'phone',
    商务传真: 'fax',
    '国家(地区)(商务)': 'country',
    '商务国家/地区': 'country',
    附注: 'note',
    类别: 'tags',
    称谓: 'person.salutation',
  },
  patterns: [
    {
      header:
        /^(business|home|other|primary|companymain|car|radio|assistant's)phone(\d*)$|^(callback|telefongeschäftlich\d*)$/,
      target: 'phone',
    },
    { header: /^email(\d)(type|displayname)$/, target: 'none' },
  ],
  channel: 'address-book',
  dropTags: /^(mycontacts|my contacts)$/i,
  refine: (record, row) => ({ record: { ...record, extra: withoutDefaults(record.extra, row) } }),
}

const DEFAULTS: Readonly<Record<string, RegExp>> = {
  Gender: /^unspecified$/i,
  Anniversary: /^0\/0\/0+$/,
  Birthday: /^0\/0\/0+$/,
}

function withoutDefaults(extra: Readonly<Record<string, string>>, _row: RowView): Record<string, string> {
  return Object.fromEntries(
    Object.entries(extra).filter(([header, value]) => !lookup(DEFAULTS, header)?.test(value)),
  )
}
