import {
  isFinished,
  MergedAddresses,
  type MergeLeftOut,
  mailMergeRow,
  mergeAddress,
} from '#shared/exporting/mailMerge'
import { loggedSubject } from '#shared/nurture/letters/loggedSubject'
import { letterPurpose } from '#shared/nurture/reach'
import type { Customer } from '#shared/records/customer'
import type { Person } from '#shared/records/person'
import type { Cell } from '#shared/reporting/workbook'
import type { NotebookDatabase } from '../store/database'
import { readBrief } from '../store/queries/nurture'
import { composeLetter, letterPerson, withLink } from './composeLetter'
import type { KeptLetter } from './LetterDrafts'
import type { Written } from './settle'
import { templateKeyOf, type Work } from './work'

/** Whom a letter of the merge is for. */
interface Whom {
  readonly work: Work
  readonly customer: Customer
  readonly person: Person | undefined
}

/** A letter that goes into the sheet, and what will be logged of it once it was sent. */
export interface MergedLetter extends Whom {
  readonly row: Cell[]
  readonly written: Written
  /** Whether a file goes with it, which no mail merge sends. */
  readonly hasFile: boolean
}

/** The letters of a queue as a mail merge would take them, and those that it may not take. */
export interface MailMerge {
  readonly letters: readonly MergedLetter[]
  readonly leftOut: readonly (Whom & { readonly reason: MergeLeftOut })[]
}

/** The way that the letters of a sheet go. */
const CARRIER = 'email'

/** Writes every letter of a queue into a row, each with what the person has changed in it. Nothing is saved. */
export async function gatherMailMerge(
  db: NotebookDatabase,
  works: readonly Work[],
  keptOf: (key: string) => KeptLetter | undefined,
  today: string,
): Promise<MailMerge> {
  const letters: MergedLetter[] = []
  const leftOut: MailMerge['leftOut'][number][] = []
  const addresses = new MergedAddresses()
  for (const work of works) {
    const about = { enrolmentId: work.touch?.enrolmentId, promiseId: work.promiseId }
    const brief = await readBrief(db, work.customerId, about)
    // Gone since the queue was read.
    if (brief === undefined) continue
    const person = letterPerson(work, brief)
    const { customer, consents } = brief.page
    const whom = { work, customer, person }
    const composed = composeLetter({ work, brief, carrier: CARRIER, kept: keptOf(work.key), today })
    const { language, subject, values, open, gift } = composed
    const letter = { customer, person, language, subject, text: withLink(composed), values, open }
    const purpose = letterPurpose(templateKeyOf(work))
    const place = mergeAddress(letter, [...consents, ...brief.refusals], purpose)
    if ('leftOut' in place) leftOut.push({ ...whom, reason: place.leftOut })
    else if (!isFinished(letter)) leftOut.push({ ...whom, reason: 'unfinished' })
    else if (!addresses.isFirst(templateKeyOf(work) ?? work.key, place.address))
      leftOut.push({ ...whom, reason: 'repeated' })
    else
      letters.push({
        ...whom,
        row: mailMergeRow(letter, place.address),
        written: {
          subject: loggedSubject(subject),
          text: letter.text,
          carrier: CARRIER,
          personId: person?.id,
          given:
            gift === undefined
              ? undefined
              : {
                  contentId: gift.piece.id,
                  title: gift.piece.title,
                  attachmentId: gift.edition?.attachmentId,
                },
        },
        hasFile: gift?.edition?.attachmentId !== undefined,
      })
  }
  return { letters, leftOut }
}
