import ICAL from 'ical.js'
import type { AgendaItem } from '#shared/exporting/agenda'
import type { ExportHead, ExportPart } from '#shared/exporting/exportFile'
import { OWN_PRODUCT } from '#shared/importing/ownIds'
import { addDays } from '#shared/time/calendarDay'
import { setFolding } from './folding'
import { plainText } from './plainText'

type CalendarHead = Extract<ExportHead, { kind: 'calendar' }>

/** A day begins at midnight, when nobody wants to be reminded: nine in the morning of that day. */
const REMINDER = 'PT9H'

/**
 * What lies ahead as an iCalendar file: all-day events, or tasks for programs that have a list of them (Google and
 * Outlook pass over tasks). `now` in epoch milliseconds is when the file says that it was made.
 */
export async function* calendarBytes(
  head: CalendarHead,
  parts: AsyncIterable<ExportPart>,
  now: number,
): AsyncGenerator<Uint8Array> {
  setFolding()
  const encoder = new TextEncoder()
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', OWN_PRODUCT)
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('method', 'PUBLISH')
  calendar.addPropertyWithValue('x-wr-calname', plainText(head.name))
  // The library writes whole calendars; its first and last lines frame what is written item by item.
  const [opening, closing] = frameOf(calendar)
  yield encoder.encode(opening)
  for await (const part of parts) {
    if (part.kind !== 'agenda' || part.items.length === 0) continue
    const lines = part.items.map((item) => `${itemComponent(item, head.asTasks, now).toString()}\r\n`)
    yield encoder.encode(lines.join(''))
  }
  yield encoder.encode(closing)
}

function frameOf(calendar: ICAL.Component): [opening: string, closing: string] {
  const closing = 'END:VCALENDAR'
  return [calendar.toString().slice(0, -closing.length), `${closing}\r\n`]
}

function itemComponent(item: AgendaItem, asTask: boolean, now: number): ICAL.Component {
  const component = new ICAL.Component(asTask ? 'vtodo' : 'vevent')
  const day = ICAL.Time.fromDateString(item.on)
  component.addPropertyWithValue('uid', plainText(item.uid))
  component.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(now), true))
  component.addPropertyWithValue('sequence', item.sequence)
  if (asTask) {
    component.addPropertyWithValue('due', day)
    component.addPropertyWithValue('status', 'NEEDS-ACTION')
  } else {
    component.addPropertyWithValue('dtstart', day)
    // The end of an all-day event is the first day that is no longer part of it.
    component.addPropertyWithValue('dtend', ICAL.Time.fromDateString(addDays(item.on, 1)))
    component.addPropertyWithValue('transp', 'TRANSPARENT')
  }
  component.addPropertyWithValue('summary', plainText(item.summary))
  if (item.description !== '') component.addPropertyWithValue('description', plainText(item.description))
  if (!asTask) component.addSubcomponent(reminder(item))
  return component
}

function reminder({ summary }: AgendaItem): ICAL.Component {
  const alarm = new ICAL.Component('valarm')
  alarm.addPropertyWithValue('action', 'DISPLAY')
  alarm.addPropertyWithValue('description', plainText(summary))
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString(REMINDER))
  return alarm
}
