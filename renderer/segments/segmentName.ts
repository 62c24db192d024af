import type { MessageKey } from '#shared/i18n/catalogues'
import type { ListedSegment } from '#shared/segments/readyMade'

/** What a segment is called: shipped ones by their message until they have a name of their own. */
export function segmentName(
  { name, readyKey }: Pick<ListedSegment, 'name' | 'readyKey'>,
  text: (key: MessageKey) => string,
): string {
  if (name !== '') return name
  return text(readyKey === undefined ? 'segment.noName' : `segment.ready.${readyKey}`)
}
