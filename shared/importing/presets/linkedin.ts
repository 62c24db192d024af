import { readHandles } from '../handles'
import type { ImportHandle, ImportRecord } from '../importRecord'
import { splitCredentials } from '../values/personName'
import type { Preset, RowView } from './preset'

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

/** Somebody in a talk: the name, and the profile where the file knows it. */
interface Partner {
  readonly name: string
  readonly url: string
}

/**
 * LinkedIn's messages.csv, 9 to 13 columns over the years. Times are UTC. A row is about the one who is not us;
 * drafts, adverts and talks with hidden members are left out.
 */
export const linkedinMessages: Preset = {
  columns: {
    'CONVERSATION ID': 'none',
    FROM: 'none',
    'SENDER PROFILE URL': 'none',
    TO: 'none',
    'RECIPIENT PROFILE URLS': 'none',
    DATE: 'inter.when',
    SUBJECT: 'inter.subject',
    CONTENT: 'inter.text',
    FOLDER: 'none',
    'IS MESSAGE DRAFT': 'none',
    'IS CONVERSATION DRAFT': 'none',
  },
  channel: 'linkedin',
  interaction: 'message',
  utc: true,
  participants: (row) => [row.text('FROM'), ...(isToOne(row) ? [row.text('TO')] : [])].filter(isName),
  refine: (record, row, self) => {
    if (/^yes$/i.test(row.text('IS MESSAGE DRAFT'))) return { reject: 'import.reject.draft' }
    if (/^spam$/i.test(row.text('FOLDER')) || /class="spinmail-/.test(row.text('CONTENT')))
      return { reject: 'import.reject.advert' }
    const isOwn = row.text('FROM') === self
    if (isOwn && !isToOne(row)) return { reject: 'import.reject.toGroup' }
    const partner = isOwn
      ? { name: row.text('TO'), url: row.text('RECIPIENT PROFILE URLS') }
      : { name: row.text('FROM'), url: row.text('SENDER PROFILE URL') }
    return isName(partner.name)
      ? { record: withPartner(record, partner, isOwn ? 'out' : 'in') }
      : { reject: 'import.reject.hiddenMember' }
  },
}

/** LinkedIn's Invitations.csv. What was written with an invitation is a message; without a word it is only a person. */
export const linkedinInvitations: Preset = {
  columns: {
    From: 'none',
    To: 'none',
    'Sent At': 'inter.when',
    Message: 'inter.text',
    Direction: 'none',
    inviterProfileUrl: 'none',
    inviteeProfileUrl: 'none',
  },
  channel: 'linkedin',
  interaction: 'message',
  dateOrder: 'mdy',
  refine: (record, row) => {
    const isOwn = /^outgoing$/i.test(row.text('Direction'))
    const partner = isOwn
      ? { name: row.text('To'), url: row.text('inviteeProfileUrl') }
      : { name: row.text('From'), url: row.text('inviterProfileUrl') }
    if (!isName(partner.name)) return { reject: 'import.reject.hiddenMember' }
    const found = withPartner(record, partner, isOwn ? 'out' : 'in')
    if (record.interaction?.text !== undefined) return { record: found }
    const { interaction: _unsaid, ...silent } = found
    return { record: { ...silent, extra: { ...silent.extra, 'Sent At': row.text('Sent At') } } }
  },
}

/** Names in `TO` are joined by commas and hold commas; their addresses hold none. */
function isToOne(row: RowView): boolean {
  const urls = row.text('RECIPIENT PROFILE URLS')
  return urls === '' ? !row.text('TO').includes(',') : !urls.includes(',')
}

function isName(name: string): boolean {
  return name !== '' && name !== 'LinkedIn Member'
}

function withPartner(record: ImportRecord, { name, url }: Partner, direction: 'in' | 'out'): ImportRecord {
  const handles: readonly ImportHandle[] =
    url === '' ? [] : readHandles(url, 'linkedin', undefined, {}).handles
  const ids = handles.map(({ value }) => ({ scheme: 'linkedin', value }))
  return {
    ...record,
    person: { fullName: name },
    handles,
    ...(ids.length > 0 ? { externalIds: ids } : {}),
    ...(record.interaction === undefined
      ? {}
      : { interaction: { ...record.interaction, direction, carrier: 'linkedin' as const } }),
  }
}
