import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { ExportPart } from '#shared/exporting/exportFile'
import { calendarBytes } from '../../../electron/exports/calendarFile'

test('an entry leads back to the customer’s page by a link', async () => {
  const item = { uid: 'a@orchard.invalid', on: '2026-12-01', summary: 'Write', description: '', sequence: 0 }
  async function* parts(): AsyncGenerator<ExportPart> {
    yield {
      kind: 'agenda',
      items: [
        { ...item, link: 'orchard://customer/1' },
        { ...item, uid: 'b' },
      ],
    }
  }
  const pieces: Uint8Array[] = []
  for await (const piece of calendarBytes({ kind: 'calendar', name: 'Ahead', asTasks: false }, parts(), 0))
    pieces.push(piece)
  const calendar = new ICAL.Component(ICAL.parse(Buffer.concat(pieces).toString('utf8')))
  expect(calendar.getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('url'))).toEqual([
    'orchard://customer/1',
    null,
  ])
})
