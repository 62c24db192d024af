import type { Preset } from './preset'

/** HubSpot contacts: columns are the view's; ids are digits. */
export const hubspot: Preset = {
  columns: {
    'Record ID': 'externalId',
    'Phone Number': 'phone',
    'Mobile Phone Number': 'mobile',
    'Company Name': 'company.name',
    'Associated Company': 'company.name',
    'Original Source': 'channel',
    'Last Activity Date': 'inter.when',
    'Create Date': 'extra',
    'Unsubscribed from all email': 'optout',
  },
  channel: 'crm',
  interaction: 'import',
  externalScheme: 'hubspot',
}

/** Zoho leads: each lookup is a pair `X.id`, `X`. */
export const zohoLeads: Preset = {
  columns: {
    'Record Id': 'externalId',
    'Lead Source': 'channel',
    'Email Opt Out': 'optout',
    Tag: 'tags',
    'Last Activity Time': 'inter.when',
    'Modified Time': 'updatedAt',
    'Lead Name': 'person.full',
    'Created By': 'extra',
    'Created Time': 'extra',
  },
  channel: 'crm',
  interaction: 'import',
  externalScheme: 'zoho',
}

/** Notes on Zoho leads: each belongs to the record that `Parent ID` names, known by its id when the leads came first. */
export const zohoNotes: Preset = {
  columns: {
    'Record Id': 'none',
    Associated_Id: 'none',
    'Parent ID.id': 'externalId',
    'Parent ID': 'person.full',
    'Note Title': 'inter.subject',
    'Note Content': 'inter.text',
    'Created Time': 'inter.when',
    'Modified Time': 'none',
    'Created By': 'none',
    'Modified By': 'none',
    'Note Owner': 'none',
  },
  patterns: [{ header: /^(createdby|modifiedby|noteowner)\.id$/, target: 'none' }],
  interaction: 'import',
  externalScheme: 'zoho',
}

/** Salesforce, report or data loader. `Title` is the job. Ids may have 15 or 18 characters: the first 15 count. */
export const salesforce: Preset = {
  columns: {
    Title: 'person.title',
    Id: 'externalId',
    'Lead ID': 'externalId',
    LastName: 'person.last',
    FirstName: 'person.first',
    MobilePhone: 'mobile',
    'Lead Source': 'channel',
    LeadSource: 'channel',
    Rating: 'grade',
    'Last Activity': 'inter.when',
    LastActivityDate: 'inter.when',
    'Create Date': 'extra',
    CreatedDate: 'extra',
  },
  channel: 'crm',
  interaction: 'import',
  externalScheme: 'salesforce',
  refine: (record) => ({
    record: {
      ...record,
      ...(record.externalIds === undefined
        ? {}
        : { externalIds: record.externalIds.map((id) => ({ ...id, value: id.value.slice(0, 15) })) }),
    },
  }),
}
