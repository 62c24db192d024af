import { intBetween, pick, type Random } from '../random'

const COLOURS = ['sage green', 'warm white', 'charcoal', 'natural', 'celadon', 'sand', 'indigo', 'terracotta']
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
const MONTHS = ['January', 'March', 'April', 'May', 'June', 'September', 'October', 'November']
const PORTS = ['Ningbo', 'Shanghai', 'Xiamen', 'Ningbo Beilun']
const RIVALS = ['Chaozhou', 'Liling', 'Anji', 'Thailand', 'Portugal', 'Vietnam', 'Jingdezhen']
const COLLEAGUES = ['Ms. Ferro', 'Mr. Okada', 'Ingrid', 'Ahmed', 'Mrs. Pham', 'Tomasz', 'Priya', '小刘']

/** Slots of the sample's texts that depend on the customer; all the others are chosen at random. */
export interface TextSlots {
  readonly product: string
  readonly product2: string
  readonly city: string
}

/** Fills the slots of a note: `{qty} pcs {product}` becomes `2400 pcs bamboo tray`. */
export function fillText(random: Random, template: string, slots: TextSlots): string {
  return template.replace(/\{([a-z0-9]+)\}/gi, (whole, slot: string) => {
    switch (slot) {
      case 'product':
        return slots.product
      case 'product2':
        return slots.product2
      case 'city':
        return slots.city
      case 'qty':
        return String(intBetween(random, 3, 120) * 100)
      case 'colour':
        return pick(random, COLOURS)
      case 'weekday':
        return pick(random, WEEKDAYS)
      case 'month':
        return pick(random, MONTHS)
      case 'port':
        return pick(random, PORTS)
      case 'rival':
        return pick(random, RIVALS)
      case 'colleague':
        return pick(random, COLLEAGUES)
      case 'stores':
        return String(intBetween(random, 2, 60))
      case 'day':
        return String(intBetween(random, 4, 28))
      case 'price':
        return `${intBetween(random, 3, 15)} %`
      default:
        return whole
    }
  })
}
