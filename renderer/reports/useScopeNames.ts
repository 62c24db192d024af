import { listSegments } from '#shared/segments/readyMade'
import { useText } from '../i18n/text'
import { segmentName } from '../segments/segmentName'
import { useRead } from '../store/NotebookContext'
import { placeBook } from '../store/queries/places'
import { ownSegments } from '../store/queries/segments'

/** What a review can be narrowed to, by id and name. */
export type NamedScopes = Readonly<
  Record<'channel' | 'touchpoint' | 'segment', readonly (readonly [id: string, name: string])[]>
>

/** Channels, touchpoints and segments as they are offered; undefined until they are read. */
export function useScopeNames(): NamedScopes | undefined {
  const text = useText()
  const places = useRead(placeBook, [])
  const own = useRead(ownSegments, [])
  if (places === undefined || own === undefined) return undefined
  return {
    channel: places.channels.map(({ id, name }) => [id, name] as const),
    touchpoint: places.touchpoints.map(({ id, name }) => [id, name] as const),
    segment: listSegments(own).map((segment) => [segment.id, segmentName(segment, text)] as const),
  }
}
