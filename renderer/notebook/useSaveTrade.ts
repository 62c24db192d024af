import { createChange, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { Stage } from '#shared/records/customer'
import { useNamedCommit } from '../nurture/useNamedCommit'
import { currentRecord } from '../store/currentRecord'
import { useNotebook } from '../store/NotebookContext'
import type { CustomerPageData } from '../store/queries/customerPage'
import type { TradeKind } from './pageDialog'

/** The stage that a document brings a customer to, unless they are past it. */
const REACHED: Readonly<Record<TradeKind, Stage>> = { sample: 'sample', quote: 'quote', order: 'order' }
const BEFORE: Readonly<Record<TradeKind, readonly Stage[]>> = {
  sample: ['lead', 'enquiry'],
  quote: ['lead', 'enquiry', 'sample'],
  order: ['lead', 'enquiry', 'sample', 'quote', 'lost'],
}

/** Saves a new document and the step of the stage that it brings, as one change. */
export function useSaveTrade(
  kind: TradeKind,
  data: CustomerPageData,
): (make: (id: string, at: number) => Change) => Promise<boolean> {
  const commit = useNamedCommit()
  const notebook = useNotebook()
  const { customer } = data
  return (make) =>
    commit({ key: `change.${kind}`, params: { name: customer.name } }, async (at) => {
      const current = await currentRecord(notebook.database(), 'customers', customer.id)
      if (current === undefined) return []
      const document = make(notebook.sources.newId(), at)
      // A second order makes a customer who comes back.
      const again = kind === 'order' && data.orders.length > 0 && current.stage === 'order'
      const to = again ? 'repeat' : BEFORE[kind].includes(current.stage) ? REACHED[kind] : undefined
      const change = to === undefined ? undefined : updateChange('customers', current, { stage: to }, at)
      if (to === undefined || change === undefined) return [document]
      const move = { id: notebook.sources.newId(), customerId: customer.id, from: current.stage, to, at }
      return [document, change, createChange('stageMoves', move, at)]
    })
}
