import type { FormatId, FormatKind } from '../formats'
import { hubspot, salesforce, zohoLeads, zohoNotes } from './crm'
import { fairBuyers, fairLeads } from './fairs'
import {
  alibabaAds,
  alibabaProducts,
  costList,
  ga4,
  googleAds,
  linkedinAds,
  metaAds,
  searchConsole,
  tiktokAds,
} from './figures'
import { googleContacts } from './googleContacts'
import { linkedinConnections, linkedinInvitations, linkedinMessages } from './linkedin'
import {
  brevo,
  eventGuests,
  formAnswers,
  goToWebinar,
  listmonk,
  mailchimpActivity,
  mailchimpAudience,
  mailchimpOptOut,
  teamsAttendance,
  zoomWebinar,
} from './mailing'
import { alibabaOrders, hubspotDeals, quickbooksInvoices, shopifyOrders, xeroInvoices } from './orders'
import { outlook } from './outlook'
import { ownContacts } from './ownContacts'
import { chineseStatement, paypalActivity, stripePayments, wiseStatement } from './payments'
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
  'google-ads': googleAds,
  'meta-ads': metaAds,
  'linkedin-ads': linkedinAds,
  'tiktok-ads': tiktokAds,
  'alibaba-ads': alibabaAds,
  'alibaba-products': alibabaProducts,
  'ga4-traffic': ga4,
  gsc: searchConsole,
  'mailchimp-activity': mailchimpActivity,
  eventbrite: eventGuests,
  luma: eventGuests,
  tito: eventGuests,
  'google-forms': formAnswers,
  'teams-attendance': teamsAttendance,
  'zoom-webinar': zoomWebinar,
  'goto-webinar': goToWebinar,
  'wise-statement': wiseStatement,
  'paypal-activity': paypalActivity,
  stripe: stripePayments,
  alipay: chineseStatement,
  'wechat-pay': chineseStatement,
  'bank-statement': chineseStatement,
  'hubspot-deals': hubspotDeals,
  'alibaba-orders': alibabaOrders,
  'shopify-orders': shopifyOrders,
  'xero-invoices': xeroInvoices,
  'quickbooks-report': quickbooksInvoices,
}

const PLAIN: Preset = {}

/** The rules of a format; a plain table has those of what its rows are about. */
export function presetFor(format: FormatId, kind: FormatKind): Preset {
  if (format === 'table' && kind === 'costs') return costList
  return PRESETS[format] ?? PLAIN
}
