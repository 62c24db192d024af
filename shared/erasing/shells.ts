import type { LooseRecord } from '../changes/changeSet'
import type { TableName } from '../records/tables'

/** What a word or a name becomes where it has to go and something has to stand. */
export const BLANK = '…'

const TRADE = [
  'customerId',
  'on',
  'currency',
  'total',
  'leadTimeDays',
  'rate',
  'touchpointId',
  'channelId',
  'staffId',
]

/**
 * The fields that stay when the figures are kept: days, kinds, amounts, and what of ours it was about. Whatever is not
 * named here goes, so that a field that is added later is not kept by oversight.
 */
const SHELL_FIELDS: { readonly [T in TableName]?: readonly string[] } = {
  customers: [
    'country',
    'stage',
    'grade',
    'sourceTouchpointId',
    'sourceChannelId',
    'furtherSourceIds',
    'mergedIntoId',
  ],
  hours: ['on', 'minutes', 'kind', 'staffId', 'customerId', 'touchpointId', 'channelId'],
  interactions: [
    'customerId',
    'kind',
    'direction',
    'at',
    'day',
    'carrier',
    'touchpointId',
    'channelId',
    'staffId',
    'minutes',
    'contentId',
    'offerId',
    'grade',
    'productIds',
  ],
  orders: [...TRADE, 'status', 'costOfGoods', 'quoteId', 'contentId', 'milestones'],
  payments: ['customerId', 'orderId', 'on', 'amount', 'kind'],
  quotes: [...TRADE, 'status', 'validUntil'],
  samples: ['customerId', 'on', 'productIds', 'outcomeOn'],
  stageMoves: ['customerId', 'from', 'to', 'at'],
}

const BASE_FIELDS = ['schema', 'rev', 'createdAt', 'deletedAt', 'origin']

/** Whether records of a table leave a shell where the figures are kept. */
export function leavesShell(table: TableName): boolean {
  return SHELL_FIELDS[table] !== undefined
}

/**
 * What stays of a record of the erased: a new id, so that no file from outside leads to it, and nothing that was
 * written by anybody. References are not turned here.
 */
export function shellOf(
  table: TableName,
  record: LooseRecord,
  given: { readonly id: string; readonly name: string; readonly at: number },
): LooseRecord {
  const fields = [...BASE_FIELDS, ...(SHELL_FIELDS[table] ?? [])].filter((name) => record[name] !== undefined)
  const kept = Object.fromEntries(fields.map((name) => [name, record[name]]))
  return {
    ...kept,
    ...requiredOf(table, record, given.name),
    id: given.id,
    rev: record.rev,
    updatedAt: given.at,
  }
}

/** What a record can't be without, emptied. */
function requiredOf(table: TableName, record: LooseRecord, name: string): Record<string, unknown> {
  if (table === 'customers') return { name, handles: [], tags: [], isShell: true }
  if (table === 'interactions') return { personIds: [] }
  if (table === 'samples') return { what: '' }
  if (table === 'orders' || table === 'quotes') return { lines: linesOf(record.lines) }
  return {}
}

/** The lines of a document by product and amount; what somebody called them goes. */
function linesOf(lines: unknown): unknown[] {
  return (Array.isArray(lines) ? lines : []).map((line: Readonly<Record<string, unknown>>) => {
    const fields = ['productId', 'quantity', 'unitPrice', 'unitCost'].filter(
      (name) => line[name] !== undefined,
    )
    return { ...Object.fromEntries(fields.map((name) => [name, line[name]])), description: '' }
  })
}
