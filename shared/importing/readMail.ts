import type { EpochMs } from '../time/values'
import { cleanText } from './cell'
import { formFields } from './formText'
import { readHandles } from './handles'
import type { ImportRecord } from './importRecord'
import type { Decision, ImportOverrides, ReadHints, ReadResult } from './reading'
import { readTable } from './readTable'
import { headerFingerprint } from './rowHash'
import { chooseSelf } from './self'

/** A mailbox as a mail names it. */
export interface MailAddress {
  readonly name: string
  readonly address: string
}

/** A mail, decoded. Without addresses it is the bare text of an enquiry. */
export interface Mail {
  readonly from?: MailAddress | undefined
  readonly replyTo?: MailAddress | undefined
  readonly to: readonly MailAddress[]
  readonly subject: string
  readonly text: string
  readonly at?: EpochMs | undefined
  /** Written and not sent. */
  readonly isDraft: boolean
  readonly attachments: number
}

/**
 * Reads one mail: an enquiry that a form or a platform sent for somebody, whose fields say who it is, or what was
 * written to or by a customer. The counterpart of `readTable` for mails.
 */
export function readMail(mail: Mail, hints: ReadHints = {}, overrides: ImportOverrides = {}): ReadResult {
  const form = fromForm(mail, hints, overrides)
  const talk = form === undefined ? fromTalk(mail, overrides) : undefined
  const record = form ?? talk?.record
  return {
    format: 'mail',
    kind: 'messages',
    headerRow: null,
    dataRows: 1,
    columns: [],
    records: record === undefined ? [] : [record],
    rejected: record === undefined ? [{ row: 0, code: 'import.reject.noIdentity' }] : [],
    warnings:
      mail.attachments === 0
        ? []
        : [{ code: 'import.warn.attachmentsSkipped', params: { count: mail.attachments } }],
    decisions: [
      { what: 'format', chosen: 'mail', why: 'import.why.declared', alternatives: [] },
      ...(talk?.decision === undefined ? [] : [talk.decision]),
    ],
    skipped: [],
    headerFingerprint: headerFingerprint(['mail']),
    preview: [],
  }
}

/** The fields of a form are a table of one row. */
function fromForm(mail: Mail, hints: ReadHints, overrides: ImportOverrides): ImportRecord | undefined {
  const fields = formFields(mail.text)
  if (fields === undefined) return undefined
  const rows = [fields.map(({ label }) => label), fields.map(({ value }) => value)]
  const { country } = overrides
  const table = readTable({ rows }, hints, { headerRow: 0, ...(country === undefined ? {} : { country }) })
  const [record] = table.records
  if (record === undefined) return undefined
  return { ...record, row: 0, interaction: { kind: 'enquiry', carrier: 'email', ...said(mail) } }
}

function fromTalk(
  mail: Mail,
  overrides: ImportOverrides,
): { record: ImportRecord | undefined; decision: Decision | undefined } {
  const { from, replyTo, to } = mail
  // A platform writes for somebody and says whom to answer.
  const sender = replyTo ?? from
  const people = [...(sender === undefined ? [] : [sender]), ...to]
  const self =
    sender === undefined || to.length === 0
      ? undefined
      : chooseSelf([...new Set(people.map(({ address }) => address))], { chosen: overrides.self })
  const isOwn = sender === undefined || mail.isDraft || self?.name === sender.address
  const partner = isOwn ? to.find(({ address }) => address !== self?.name || mail.isDraft) : sender
  if (partner === undefined) return { record: undefined, decision: self?.decision }
  return { record: talkOf(mail, partner, isOwn), decision: self?.decision }
}

function talkOf(mail: Mail, partner: MailAddress, isOwn: boolean): ImportRecord {
  const name = cleanText(partner.name)
  const isName = name !== '' && !name.includes('@')
  return {
    row: 0,
    ...(isName ? { person: { fullName: name } } : {}),
    handles: readHandles(partner.address, 'email', undefined, {}).handles,
    interaction: {
      kind: 'message',
      direction: isOwn ? 'out' : 'in',
      carrier: 'email',
      ...said(mail),
    },
    extra: {},
  }
}

function said({ at, subject, text }: Mail): { at?: EpochMs; subject?: string; text?: string } {
  const words = text.replace(/\r\n?/g, '\n').trim()
  return {
    ...(at === undefined ? {} : { at }),
    ...(subject === '' ? {} : { subject }),
    ...(words === '' ? {} : { text: words }),
  }
}
