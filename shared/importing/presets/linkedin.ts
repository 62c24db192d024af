import { splitCredentials } from '../values/personName'
import type { Preset } from './preset'

/**
 * LinkedIn's Connections.csv. Company and position are of today, not of the day of connecting.
 * Members who hid themselves leave a row with the date only: counted and rejected.
 */
export const linkedinConnections: Preset = {
  columns: {
    'First Name': 'person.first',
    'Last Name': 'person.last',
    URL: 'linkedin',
    'Email Address': 'email',
    Company: 'company.name',
    Position: 'person.title',
    'Connected On': 'inter.when',
  },
  channel: 'linkedin',
  interaction: 'connected',
  refine: (record, row) => {
    if (row.filled.length <= 1 && row.text('Connected On') !== '')
      return { reject: 'import.reject.hiddenMember' }
    const person = record.person
    if (!person?.last) return { record }
    const { last, suffix } = splitCredentials(person.last)
    if (!suffix) return { record }
    const fullName = person.fullName.replace(person.last, last)
    return { record: { ...record, person: { ...person, last, suffix, fullName } } }
  },
}
