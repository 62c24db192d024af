import type { CostCategory } from '../../records/cost'
import type { Quote } from '../../records/trade'
import type { ImportInteraction, ImportRecord, ImportTouchpoint } from '../importRecord'
import type { DateOrder } from '../reading'
import type { Target } from '../targets'

/** A row's cells by header, whatever their columns mean, for the rules that only one source has. */
export interface RowView {
  /** Text of the column with this header, '' when there is none. */
  readonly text: (header: string) => string
  /** Normalised headers of the filled cells. */
  readonly filled: readonly string[]
}

/** What a preset makes of a finished record: another record, or the code of a rejection. */
type Refined = { readonly record: ImportRecord } | { readonly reject: string }

/** Everything that is special about one source. All parts but `columns` are optional. */
export interface Preset {
  /** Header as documented -> target; compared normalised, stronger than an alias. */
  readonly columns?: Readonly<Record<string, Target>>
  /** Numbered columns, matched on the normalised header. `label` names the column that describes the value. */
  readonly patterns?: readonly ColumnPattern[]
  /** Channel id of ours. */
  readonly channel?: string
  /** What a row with a date or text means. */
  readonly interaction?: ImportInteraction['kind']
  /** Unknown columns with few short values are questions of this event. */
  readonly qualifiers?: boolean
  readonly dateOrder?: DateOrder
  /** The source's clock is UTC: local times become instants. */
  readonly utc?: boolean
  /** Phone digits already hold the country code. */
  readonly internationalDigits?: boolean
  /** Whose ids the column of target `externalId` holds. */
  readonly externalScheme?: string
  /** Tags that every row has and that mean nothing. */
  readonly dropTags?: RegExp
  /** The event, from the file's title rows. */
  readonly touchpoint?: (titleRows: readonly string[]) => ImportTouchpoint | undefined
  /** What a list of guests is about, from the file's title rows; else the file's name says it. */
  readonly campaign?: (titleRows: readonly string[]) => string | undefined
  /** Who takes part in a row of a talk; from all rows it is found out which of them is us. */
  readonly participants?: (row: RowView) => readonly string[]
  /** The source's own currency, where its files name none. */
  readonly currency?: string
  /** What its costs are for; a list of expenses says it line by line. */
  readonly costCategory?: CostCategory
  /** Each row is a payment of its own, however alike two of them are. */
  readonly eachLine?: boolean
  /** Whose account the figures are of, from the file's title rows. */
  readonly account?: (titleRows: readonly string[]) => string | undefined
  /** What rows are of that name nothing themselves. */
  readonly subject?: string
  /** The total of its orders is the goods alone: freight and tax come on top, a discount goes off. */
  readonly addsFreight?: boolean
  /** The mailing list that its people are on, named when the notebook has none. */
  readonly list?: string
  /** Its rows say who they are about by an id of the source and nothing else. */
  readonly knownByIdAlone?: boolean
  /** How an offer stands that the row is of; an order's row gives none. */
  readonly offer?: (row: RowView) => Quote['status'] | undefined
  /** `self` is our own name in a talk. */
  readonly refine?: (record: ImportRecord, row: RowView, self: string | undefined) => Refined
}

/** A numbered column: `e-mail 1 - value` with its label beside it. */
interface ColumnPattern {
  /** On the normalised header; group 1 is the number. */
  readonly header: RegExp
  readonly target: Target
  /** Normalised header of the label column; `$1` stands for the number. */
  readonly label?: string
}
