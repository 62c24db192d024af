import type { Payment } from '../records/payment'
import type { Order } from '../records/trade'
import { addDays, compareDays, startOfDay } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { chance, intBetween, type Random } from './random'
import { sampleBase } from './sampleRecord'
import type { Scene } from './scene'
import { PAYMENT_TERMS } from './trade'

/** Payments are kept since about a year: what came before stands only in the milestones. */
const KEPT_DAYS = 400

/** What came in for an order, and now and then went back: never more than was paid, never after today. */
export function paymentsOf(random: Random, scene: Scene, order: Order): Payment[] {
  if (compareDays(order.on, addDays(scene.today, -KEPT_DAYS)) < 0) return []
  const percent = PAYMENT_TERMS.find(([terms]) => terms === order.paymentTerms)?.[1] ?? 0
  const deposit = Math.round((order.total.minor * percent) / 100)
  const doneOn = (kind: Order['milestones'][number]['kind']) =>
    order.milestones.find((step) => step.kind === kind)?.doneOn
  const pay = (kind: Payment['kind'], on: IsoDate | undefined, minor: number, note?: string): Payment[] => {
    if (on === undefined || minor <= 0 || compareDays(on, scene.today) >= 0) return []
    return [
      {
        ...sampleBase(random, startOfDay(on, 'Asia/Shanghai') + 50_400_000),
        customerId: order.customerId,
        orderId: order.id,
        on,
        amount: { minor, currency: order.total.currency },
        kind,
        reference: `TT${on.replaceAll('-', '')}-${intBetween(random, 1000, 9999)}`,
        ...(note === undefined ? {} : { note }),
      },
    ]
  }
  if (order.status === 'cancelled') {
    const paid = pay('deposit', addDays(order.on, 3), deposit)
    const back = paid.length === 0 ? [] : pay('refund', addDays(order.on, 19), deposit, 'Order was cancelled')
    return [...paid, ...back]
  }
  const balanceOn = doneOn('balance')
  const balance = pay('balance', balanceOn, order.total.minor - deposit)
  const broken =
    balanceOn !== undefined && balance.length > 0 && chance(random, 5)
      ? pay(
          'refund',
          addDays(balanceOn, intBetween(random, 12, 30)),
          Math.round((order.total.minor * intBetween(random, 1, 4)) / 100),
          'Broken pieces, photographs attached to the complaint',
        )
      : []
  return [...pay('deposit', doneOn('deposit'), deposit), ...balance, ...broken]
}
