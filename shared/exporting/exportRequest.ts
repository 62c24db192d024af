import type { LanguageChoice } from '../i18n/languages'
import type { EpochMs, IsoDate, ZoneName } from '../time/values'

/** What leaves the notebook: who and how to reach them, what happened and was traded, what is planned, or a list. */
export const EXPORT_SUBJECTS = ['contacts', 'history', 'calendar', 'mailing', 'audience'] as const
export type ExportSubject = (typeof EXPORT_SUBJECTS)[number]

/** The forms in which each subject can be written, the usual one first. */
export const FORMATS_OF = {
  contacts: ['xlsx', 'csvExcel', 'csvPlain', 'vcard3', 'vcard4'],
  history: ['xlsx', 'csvExcel', 'csvPlain'],
  calendar: ['icsEvents', 'icsTasks'],
  mailing: ['mailchimp', 'listmonk', 'brevo'],
  audience: ['google', 'meta', 'linkedinContacts', 'linkedinCompanies'],
} as const satisfies Readonly<Record<ExportSubject, readonly string[]>>
export type ExportFormat = (typeof FORMATS_OF)[ExportSubject][number]

/** Every form once. */
export const EXPORT_FORMATS = [...new Set(Object.values(FORMATS_OF).flat())] as readonly ExportFormat[]

/** The flat tables of `history`: sheets of one spreadsheet, or one CSV file each. */
export const HISTORY_TABLES = ['interactions', 'quotes', 'orders', 'lines'] as const
export type HistoryTable = (typeof HISTORY_TABLES)[number]

/** What a person asked for. */
export interface ExportChoice {
  readonly subject: ExportSubject
  readonly format: ExportFormat
  /** Which table of `history` a CSV file holds; a spreadsheet holds all. */
  readonly table: HistoryTable
  /** Audiences only: personal fields as SHA-256 instead of plain text. */
  readonly hashed: boolean
  /** vCards only: with the newest photo that a lead has. */
  readonly photos: boolean
  /** Newsletter lists only: those who are on this list of ours. Absent: everybody who agreed. */
  readonly carrierId?: string | undefined
}

/** Where and when it was asked for. */
export interface ExportMoment {
  readonly language: LanguageChoice
  /** The zone in which instants become days and clock times. */
  readonly zone: ZoneName
  readonly now: EpochMs
  readonly today: IsoDate
}

/** Whether the export is a list that is meant for advertising or newsletters: then only people who agreed are in it. */
export function needsConsent(subject: ExportSubject): boolean {
  return subject === 'mailing' || subject === 'audience'
}

/** Whether an audience can be hashed: a list of companies holds nobody's address. */
export function canBeHashed(format: ExportFormat): boolean {
  return format === 'google' || format === 'meta' || format === 'linkedinContacts'
}

/** The tables that a choice writes, in the order of the sheets; one that is no history has one table. */
export function tablesOf(choice: ExportChoice): readonly (HistoryTable | 'main')[] {
  if (choice.subject !== 'history') return ['main']
  return choice.format === 'xlsx' ? HISTORY_TABLES : [choice.table]
}
