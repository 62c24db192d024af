import { createChange, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Payment } from '../records/payment'
import { TEXT_MAX_CHARS } from '../records/record'
import type { ImportPayment } from './domainParts'
import type { FormatId } from './formats'
import type { OnFill } from './planFields'
import type { KnownOrders } from './planOrders'
import type { PlanMaking } from './planSources'

/** The payments of the notebook by their key in a source. */
export class KnownPayments {
  private readonly byKey = new Map<string, Payment>()

  constructor(payments: readonly Payment[]) {
    for (const one of payments) if (one.sourceKey !== undefined) this.byKey.set(one.sourceKey, one)
  }

  /**
   * Makes the payment of a row, or restates a known one: whose it is and which order it pays are the person's once it
   * is there. It pays the order whose number its reference names.
   */
  plan(
    { number, on, amount, kind, reference, note }: ImportPayment,
    format: FormatId,
    target: { readonly customerId: string; readonly extra: Readonly<Record<string, string>> },
    tools: { readonly making: PlanMaking; readonly orders: KnownOrders; readonly onFill: OnFill },
  ): Change[] {
    const { making, orders, onFill } = tools
    const { customerId, extra } = target
    const sourceKey = `payment:${format}|${number}`.slice(0, 300)
    const known = this.byKey.get(sourceKey)
    const orderId = orders.paidBy(customerId, `${reference ?? ''} ${note ?? ''}`)
    const change =
      known === undefined
        ? createChange(
            'payments',
            {
              id: making.newId(),
              customerId,
              ...(orderId === undefined ? {} : { orderId }),
              on,
              amount,
              kind,
              ...(reference === undefined ? {} : { reference }),
              ...(note === undefined ? {} : { note: note.slice(0, TEXT_MAX_CHARS) }),
              sourceKey,
              ...(Object.keys(extra).length === 0 ? {} : { extra: { ...extra } }),
            },
            making.at,
            'import',
          )
        : updateChange('payments', known, { on, amount }, making.at)
    if (change === undefined) return []
    this.byKey.set(sourceKey, change.after as unknown as Payment)
    onFill('payment')
    return [change]
  }
}
