import type { Preset } from './preset'

/** Alibaba.com enquiries, CSV or XLSX. The buyer's mail is often blank. */
export const alibabaInquiry: Preset = {
  columns: {
    询盘编号: 'externalId',
    询盘时间: 'inter.when',
    创建时间: 'inter.when',
    日期: 'inter.when',
    询盘主题: 'inter.subject',
    主题: 'inter.subject',
    Subject: 'inter.subject',
    买家姓名: 'person.full',
    买家公司: 'company.name',
    '国家/地区': 'country',
    买家等级: 'grade',
    买家邮箱: 'email',
    买家电话: 'phone',
    产品名称: 'product',
    产品: 'product',
    询盘内容: 'inter.text',
    来源: 'channel',
    // How the shop handles it, not what the customer said.
    状态: 'extra',
    负责人: 'extra',
    // Pieces, sets: not the buyer's workplace.
    单位: 'extra',
  },
  channel: 'alibaba',
  interaction: 'enquiry',
  externalScheme: 'alibaba-inquiry',
}

/** Alibaba's customer manager (客户通): columns under the group headings 客户信息 and 联系人信息. */
export const alibabaCustomers: Preset = {
  columns: {
    客户编号: 'externalId',
    公司名称: 'company.name',
    国家地区: 'country',
    客户来源: 'channel',
    客户等级: 'grade',
    联系人: 'person.full',
    最近跟进时间: 'inter.when',
    备注: 'note',
    // How the shop handles it, and when it was typed in.
    客户阶段: 'extra',
    负责人: 'extra',
    创建时间: 'extra',
  },
  channel: 'alibaba',
  interaction: 'import',
  externalScheme: 'alibaba-customer',
}

/** Made-in-China.com enquiries. */
export const micInquiry: Preset = {
  columns: {
    序号: 'none',
    询盘标题: 'inter.subject',
    发件人: 'person.full',
    公司: 'company.name',
    询盘产品: 'product',
    询盘内容: 'inter.text',
    询盘时间: 'inter.when',
    IP所在地: 'extra',
  },
  channel: 'made-in-china',
  interaction: 'enquiry',
}

/** Global Sources enquiries. */
export const globalSourcesInquiry: Preset = {
  columns: {
    'Inquiry Date': 'inter.when',
    Subject: 'inter.subject',
    Message: 'inter.text',
    Product: 'product',
    'RFQ No.': 'externalId',
    Status: 'extra',
  },
  channel: 'global-sources',
  interaction: 'enquiry',
  externalScheme: 'globalsources-rfq',
}

/** Facebook lead forms: values carry a letter and a colon (`p:+1...`, `l:123`). */
export const facebookLeads: Preset = {
  columns: {
    id: 'externalId',
    created_time: 'inter.when',
    full_name: 'person.full',
    phone_number: 'phone',
    campaign_name: 'channel',
    lead_status: 'extra',
    ad_id: 'extra',
    ad_name: 'extra',
    adset_id: 'extra',
    adset_name: 'extra',
    campaign_id: 'extra',
    form_id: 'extra',
    form_name: 'extra',
    is_organic: 'extra',
    platform: 'extra',
  },
  refine: (record) => ({
    record: {
      ...record,
      ...(record.externalIds === undefined
        ? {}
        : { externalIds: record.externalIds.map((id) => ({ ...id, value: id.value.replace(/^l:/, '') })) }),
    },
  }),
  channel: 'facebook',
  interaction: 'enquiry',
  qualifiers: true,
  externalScheme: 'facebook-lead',
}

/** OKKI: one contact a row, the company repeated; social accounts as `WhatsApp-86-188...` joined by `;`. */
export const okki: Preset = {
  columns: { 社交平台: 'messaging', 客户编号: 'externalId', 公司备注: 'note', 产品分组: 'product' },
  channel: 'crm',
  externalScheme: 'okki',
}

/** CamCard: numbered groups; whatever the recogniser read should be looked at. */
export const camcard: Preset = {
  columns: {
    'Creation Date': 'inter.when',
    创建时间: 'inter.when',
    分组: 'tags',
    Group: 'tags',
    'IM 1': 'messaging',
    'SNS 1': 'messaging',
    即时通讯1: 'messaging',
  },
  patterns: [
    { header: /^(?:fax|传真)(\d+)$/, target: 'fax' },
    { header: /^(?:company|公司|department|部门|jobtitle|职位)([2-9])$/, target: 'extra' },
  ],
  channel: 'business-card',
  interaction: 'import',
}
