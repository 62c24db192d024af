import type { FormatId } from '../formats'
import { hubspot, salesforce, zohoLeads, zohoNotes } from './crm'
import { fairBuyers, fairLeads } from './fairs'
import { googleContacts } from './googleContacts'
import { linkedinConnections, linkedinInvitations, linkedinMessages } from './linkedin'
import { brevo, listmonk, mailchimpAudience, mailchimpOptOut } from './mailing'
import { outlook } from './outlook'
import { ownContacts } from './ownContacts'
import {
  alibabaCustomers,
  alibabaInquiry,
  camcard,
  facebookLeads,
  globalSourcesInquiry,
  micInquiry,
  okki,
} from './platforms'
import type { Preset } from './preset'

const PRESETS: Partial<Record<FormatId, Preset>> = {
  'orchard-contacts': ownContacts,
  'linkedin-connections': linkedinConnections,
  'linkedin-messages': linkedinMessages,
  'linkedin-invitations': linkedinInvitations,
  'google-contacts-new': googleContacts,
  'google-contacts-old': googleContacts,
  'outlook-csv': outlook,
  'outlook-csv-via-google': outlook,
  'hubspot-contacts': hubspot,
  'zoho-leads': zohoLeads,
  'zoho-notes': zohoNotes,
  'salesforce-report': salesforce,
  'salesforce-dataloader': salesforce,
  'mailchimp-audience': mailchimpAudience,
  'mailchimp-unsubscribed': mailchimpOptOut,
  'mailchimp-cleaned': mailchimpOptOut,
  'brevo-contacts': brevo,
  'listmonk-export': listmonk,
  'facebook-lead-ads': facebookLeads,
  'alibaba-inquiry': alibabaInquiry,
  'alibaba-customers': alibabaCustomers,
  'mic-inquiry': micInquiry,
  'globalsources-inquiry': globalSourcesInquiry,
  'okki-customers': okki,
  camcard,
  'fair-leads': fairLeads,
  'fair-buyers': fairBuyers,
}

const PLAIN: Preset = {}

/** The rules of a format; a plain table has none beyond the aliases. */
export function presetFor(format: FormatId): Preset {
  return PRESETS[format] ?? PLAIN
}
