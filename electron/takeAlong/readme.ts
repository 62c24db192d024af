import { wallClock } from '#shared/reporting/cells'
import type { ReportWords } from '#shared/reporting/words'
import type { EpochMs, ZoneName } from '#shared/time/values'

/** Windows' editor takes a file without it for one in the code page of the machine. */
const BYTE_ORDER_MARK = '\ufeff'

/** README.txt in the language of the interface. */
export function readmeText(
  { words, zone }: { readonly words: ReportWords; readonly zone: ZoneName },
  { createdAt, version }: { readonly createdAt: EpochMs; readonly version: string },
): Uint8Array {
  const { text } = words
  const when = wallClock(createdAt, zone).replace('T', ' ')
  const paragraphs = [
    text('takeAlong.readme.intro', { when, version }),
    [
      text('takeAlong.holds.index'),
      text('takeAlong.holds.tables'),
      text('takeAlong.holds.cards'),
      text('takeAlong.holds.pages'),
      text('takeAlong.holds.attachments'),
      text('takeAlong.holds.csv'),
      text('takeAlong.holds.data'),
      text('takeAlong.holds.manifest'),
    ]
      .map((line) => `- ${line}`)
      .join('\r\n'),
    text('takeAlong.readme.private'),
    text('takeAlong.readme.csv'),
    text('takeAlong.readme.data'),
    text('takeAlong.readme.back'),
  ]
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${paragraphs.join('\r\n\r\n')}\r\n`)
}
