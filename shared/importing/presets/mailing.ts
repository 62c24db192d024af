import type { Preset } from './preset'

const MAILCHIMP_COLUMNS: Preset['columns'] = {
  'Email Address': 'email',
  Address: 'address',
  'Phone Number': 'phone',
  CC: 'country',
  REGION: 'extra',
  NOTES: 'note',
  TAGS: 'tags',
  LAST_CHANGED: 'updatedAt',
  OPTIN_TIME: 'extra',
  CONFIRM_TIME: 'member.joined',
  UNSUB_TIME: 'member.left',
  CLEAN_TIME: 'member.left',
  MEMBER_RATING: 'extra',
  EUID: 'externalId',
}

/** Mailchimp audience members, still subscribed. Times are UTC. */
export const mailchimpAudience: Preset = {
  columns: MAILCHIMP_COLUMNS ?? {},
  channel: 'newsletter',
  list: 'Mailchimp',
  utc: true,
}

/** Members who unsubscribed or whose address bounced for good: each row is an opt-out. */
export const mailchimpOptOut: Preset = {
  ...mailchimpAudience,
  refine: (record) => ({ record: { ...record, optOut: true } }),
}

/** Brevo: numbers are international digits without `+`, dates dd-mm-yyyy. */
export const brevo: Preset = {
  columns: {
    'CONTACT ID': 'externalId',
    LASTNAME: 'person.last',
    FIRSTNAME: 'person.first',
    WHATSAPP: 'whatsapp',
    SMS: 'mobile',
    LANDLINE_NUMBER: 'phone',
    JOB_TITLE: 'person.title',
    LINKEDIN: 'linkedin',
    EMAIL_BLACKLISTED: 'optout',
    SMS_BLACKLISTED: 'extra',
    ADDED_TIME: 'member.joined',
    MODIFIED_TIME: 'updatedAt',
    EXT_ID: 'extra',
  },
  channel: 'newsletter',
  internationalDigits: true,
  dateOrder: 'dmy',
  externalScheme: 'brevo',
  list: 'Brevo',
}

/** listmonk: attributes are JSON, the status decides about opting out. */
export const listmonk: Preset = {
  columns: {
    uuid: 'externalId',
    name: 'person.full',
    attributes: 'attributes',
    status: 'status',
    created_at: 'member.joined',
    updated_at: 'updatedAt',
  },
  channel: 'newsletter',
  externalScheme: 'listmonk',
  list: 'listmonk',
}

/** Who opened or clicked a letter of Mailchimp; which letter it was, only the file's name tells. */
export const mailchimpActivity: Preset = {
  columns: {
    ...MAILCHIMP_COLUMNS,
    EUID: 'none',
    LEID: 'none',
    Opens: 'engagement.opened',
    Clicks: 'engagement.clicked',
  },
  utc: true,
}

/** Lists of those who came to an event or webinar, from the tools that sell and check tickets. */
export const eventGuests: Preset = {
  columns: {
    'Order #': 'extra',
    'Order Date': 'engagement.registered',
    'Event Name': 'engagement.campaign',
    'Attendee Status': 'engagement.attended',
    'Ticket Type': 'extra',
    'Registration Date': 'engagement.registered',
    created_at: 'engagement.registered',
    checked_in_at: 'engagement.attended',
    approval_status: 'extra',
    ticket_name: 'extra',
    phone_number: 'phone',
    Reference: 'extra',
    Ticket: 'extra',
    Surname: 'person.last',
  },
}

/** Answers to a form of Google: when somebody sent it, and columns that are its questions. */
export const formAnswers: Preset = {
  columns: {
    Timestamp: 'engagement.registered',
    时间戳记: 'engagement.registered',
    Zeitstempel: 'engagement.registered',
    Horodateur: 'engagement.registered',
    'Marca temporal': 'engagement.registered',
    Score: 'extra',
  },
}

/** Zoom's list of a webinar's attendees: who came has a time of joining, the others two dashes. */
export const zoomWebinar: Preset = {
  columns: {
    Attended: 'extra',
    'User Name (Original Name)': 'person.full',
    'Registration Time': 'engagement.registered',
    'Approval Status': 'extra',
    'Join Time': 'engagement.attended',
    'Leave Time': 'none',
    'Time in Session (minutes)': 'engagement.minutes',
    'Is Guest': 'none',
    'Country/Region Name': 'country',
    'Source Name': 'extra',
  },
}

/** The participants of a meeting or webinar of Teams. */
export const teamsAttendance: Preset = {
  columns: {
    'First Join': 'engagement.attended',
    'Last Leave': 'none',
    'In-Meeting Duration': 'engagement.minutes',
    'Participant ID (UPN)': 'none',
    Role: 'extra',
  },
}

/**
 * GoToWebinar's report of those who registered and came. Whoever stayed away has dashes for the times; what they
 * were asked and how the tool rates their interest is kept as the report says it.
 */
export const goToWebinar: Preset = {
  columns: {
    Attended: 'engagement.attended',
    'Interest Rating': 'extra',
    'Registration Date/Time': 'engagement.registered',
    'Registration Date': 'engagement.registered',
    'Join Time': 'engagement.attended',
    'Leave Time': 'none',
    'Time in Session': 'engagement.minutes',
    'Time in Session (minutes)': 'engagement.minutes',
    'In Session Duration': 'engagement.minutes',
    Unsubscribed: 'optout',
    Organization: 'company.name',
  },
  dateOrder: 'mdy',
  campaign: reportedWebinar,
  refine: (record) => ({ record: { ...record, extra: withoutDashes(record.extra) } }),
}

/** The webinar's name above the guests: beside `Attendee Report:`, or before its number in a table of one line. */
function reportedWebinar(titleRows: readonly string[]): string | undefined {
  const line = titleRows.findIndex((row) => /^Webinar Name,Webinar ID\b/i.test(row))
  const tabled = line < 0 ? null : /^(.+?),\d{3}-\d{3}-\d{3}(,|$)/.exec(titleRows[line + 1] ?? '')
  const beside = titleRows.flatMap(
    (row) => /^(?:Attendee Report|Webinar Name):\s*,(.+)$/i.exec(row)?.[1] ?? [],
  )
  return tabled?.[1] ?? beside[0]
}

function withoutDashes(extra: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(extra).filter(([, text]) => !/^-+$/.test(text)))
}
