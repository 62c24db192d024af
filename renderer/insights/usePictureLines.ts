import { useText } from '../i18n/text'
import { useCellWords } from './cellWords'
import { useInsights } from './InsightContext'

/** What a picture says of itself wherever it is pasted: its days, the day it was made, and its currency. */
export function usePictureLines(currency: string | undefined): string[] {
  const text = useText()
  const { words } = useCellWords()
  const { request } = useInsights()
  const { from, to } = request.period
  return [
    [
      text('insights.picture.period', { from: words.day(from), to: words.day(to) }),
      text('insights.asOf', { day: words.day(request.today) }),
      ...(currency === undefined ? [] : [currency]),
    ].join(' · '),
  ]
}
