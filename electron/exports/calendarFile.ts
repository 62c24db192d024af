import ICAL from 'ical.js'
import type { AgendaItem } from '#shared/exporting/agendaItem'
import type { ExportHead, ExportPart } from '#shared/exporting/exportFile'
import { OWN_PRODUCT } from '#shared/importing/ownIds'
import { addDays } from '#shared/time/calendarDay'
import { setFolding } from './folding'
import { plainText } from './plainText'

type CalendarHead = Extract<ExportHead, { kind: 'calendar' }>

/** A day begins at midnight, when nobody wants to be reminded: nine in the morning of that day. */
const REMINDER = 'PT9H'
/** Before an agreed hour: time to look at the page of whom one is going to talk to. */
const REMINDER_BEFORE = '-PT15M'
/** An appointment of which nobody said how long it takes. */
const USUAL_MINUTES = 30
const MINUTE_MS = 60_000

/**
 * What lies ahead as an iCalendar file: all-day events, or tasks for programs that have a list of them (Google and
 * Outlook pass over tasks). What has an agreed hour is an event at that instant in either, since it is nothing to tick
 * off; instants are written in UTC, which every program turns into its own clock. `now` in epoch milliseconds is when the file says that it was made.
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
  const isTask = asTask && item.startsAt === undefined
  const component = new ICAL.Component(isTask ? 'vtodo' : 'vevent')
  const day = ICAL.Time.fromDateString(item.on)
  component.addPropertyWithValue('uid', plainText(item.uid))
  component.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(now), true))
  component.addPropertyWithValue('sequence', item.sequence)
  if (isTask) {
    component.addPropertyWithValue('due', day)
    component.addPropertyWithValue('status', 'NEEDS-ACTION')
  } else if (item.startsAt !== undefined) {
    const endsAt = item.startsAt + (item.minutes ?? USUAL_MINUTES) * MINUTE_MS
    component.addPropertyWithValue('dtstart', ICAL.Time.fromJSDate(new Date(item.startsAt), true))
    component.addPropertyWithValue('dtend', ICAL.Time.fromJSDate(new Date(endsAt), true))
    component.addPropertyWithValue('transp', 'OPAQUE')
  } else {
    component.addPropertyWithValue('dtstart', day)
    // The end of an all-day event is the first day that is no longer part of it.
    component.addPropertyWithValue('dtend', ICAL.Time.fromDateString(addDays(item.on, 1)))
    component.addPropertyWithValue('transp', 'TRANSPARENT')
  }
  component.addPropertyWithValue('summary', plainText(item.summary))
  if (item.description !== '') component.addPropertyWithValue('description', plainText(item.description))
  if (item.place !== undefined) component.addPropertyWithValue('location', plainText(item.place))
  if (item.link !== undefined) component.addPropertyWithValue('url', plainText(item.link))
  if (!isTask) component.addSubcomponent(reminder(item))
  return component
}

function reminder({ summary, startsAt }: AgendaItem): ICAL.Component {
  const alarm = new ICAL.Component('valarm')
  alarm.addPropertyWithValue('action', 'DISPLAY')
  alarm.addPropertyWithValue('description', plainText(summary))
  alarm.addPropertyWithValue(
    'trigger',
    ICAL.Duration.fromString(startsAt === undefined ? REMINDER : REMINDER_BEFORE),
  )
  return alarm
}
