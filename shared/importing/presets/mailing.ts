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
  MEMBER_RATING: 'extra',
  EUID: 'externalId',
}

/** Mailchimp audience members, still subscribed. Times are UTC. */
export const mailchimpAudience: Preset = {
  columns: MAILCHIMP_COLUMNS ?? {},
  channel: 'newsletter',
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
    ADDED_TIME: 'extra',
    MODIFIED_TIME: 'updatedAt',
    EXT_ID: 'extra',
  },
  channel: 'newsletter',
  internationalDigits: true,
  dateOrder: 'dmy',
  externalScheme: 'brevo',
}

/** listmonk: attributes are JSON, the status decides about opting out. */
export const listmonk: Preset = {
  columns: {
    uuid: 'externalId',
    name: 'person.full',
    attributes: 'attributes',
    status: 'status',
    created_at: 'extra',
    updated_at: 'updatedAt',
  },
  channel: 'newsletter',
  externalScheme: 'listmonk',
}
