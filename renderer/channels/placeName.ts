import { placeKeyOf } from '#shared/costs/costPlace'
import type { CostBook } from '../store/queries/costs'

type Places = Pick<CostBook, 'fairs' | 'touchpoints' | 'channels'>

/** What a place is called by its key; undefined when there is no such touchpoint or channel any more. */
export function placeName(book: Places, key: string): string | undefined {
  const touchpoints = [...book.fairs.map(({ fair }) => fair), ...book.touchpoints]
  return (
    touchpoints.find(({ id }) => placeKeyOf({ touchpointId: id }) === key)?.name ??
    book.channels.find(({ id }) => placeKeyOf({ channelId: id }) === key)?.name
  )
}
