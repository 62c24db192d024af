import type { CSSProperties } from 'react'
import { daysBetween } from '#shared/time/calendarDay'
import type { Span } from '#shared/timeline/nurtureSpan'

/** Where a day begins on the track, and how wide days are: in the reading direction, so that it mirrors by itself. */
export function atDay(span: Span, day: string, days = 1): CSSProperties {
  const all = daysBetween(span.from, span.to) + 1
  return {
    insetInlineStart: `${(daysBetween(span.from, day) / all) * 100}%`,
    inlineSize: `${(days / all) * 100}%`,
  }
}
