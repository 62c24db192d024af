import { describe, expect, test } from 'vitest'
import { looksLikeChat, parseChat } from '#shared/importing/chatText'
import { readChat } from '#shared/importing/readChat'
import { PlainNotebook, planFile } from './plan/planning'

const ANDROID = [
  '10/15/26, 2:30 PM - Messages and calls are end-to-end encrypted. Tap to learn more.',
  '10/15/26, 2:31 PM - Ana Buyer: Hi: any update?',
  'We need 500 pcs',
  '',
  'by May',
  '10/15/26, 2:32 PM - Me: <Media omitted>',
  '10/15/26, 2:33 PM - You created group "Order: 12"',
  'which goes on',
  '10/16/26, 9:00 AM - Ana Buyer: ok',
].join('\n')

test('an Android export gives messages of several lines, and the lines of the program apart', () => {
  expect(parseChat(ANDROID)).toEqual({
    messages: [
      {
        line: 1,
        date: '10/15/26',
        time: '2:31 pm',
        sender: 'Ana Buyer',
        text: 'Hi: any update?\nWe need 500 pcs\n\nby May',
      },
      { line: 5, date: '10/15/26', time: '2:32 pm', sender: 'Me', text: '<Media omitted>' },
      { line: 8, date: '10/16/26', time: '9:00 am', sender: 'Ana Buyer', text: 'ok' },
    ],
    systemLines: [0, 6, 7],
  })
})

describe('dates as phones of the world write them', () => {
  test.each([
    ['iOS, marks, seconds', '\u200e[30/12/2023, 14:29:05] Ana: hi', '2023-12-30T14:29:05'],
    ['iOS, narrow space before PM', '[12/30/23, 2:29:05\u202fPM] Ana: hi', '2023-12-30T14:29:05'],
    ['Android, American', '12/30/23, 2:29 PM - Ana: hi', '2023-12-30T14:29'],
    ['Android, British', '30/12/2023, 14:29 - Ana: hi', '2023-12-30T14:29'],
    ['Android, German', '30.12.23, 14:29 - Ana: hi', '2023-12-30T14:29'],
    ['Android, Spanish', '30/12/23, 2:29 p.\u00a0m. - Ana: hi', '2023-12-30T14:29'],
    ['Android, Brazilian', '30/12/2023 14:29 - Ana: hi', '2023-12-30T14:29'],
    ['Android, Chinese', '2023/12/30 下午2:29 - Ana: hi', '2023-12-30T14:29'],
    ['iOS, Chinese', '[2023/12/30 下午2:29:05] Ana: hi', '2023-12-30T14:29:05'],
    ['iOS, Finnish', '[30.12.2023 klo 14.29.05] Ana: hi', '2023-12-30T14:29:05'],
    ['iOS, Italian dots', '[30/12/23, 14.29.05] Ana: hi', '2023-12-30T14:29:05'],
    ['Swedish', '2023-12-30 14:29 - Ana: hi', '2023-12-30T14:29'],
    ['midnight', '12/30/23, 12:05 AM - Ana: hi', '2023-12-30T00:05'],
  ])('%s', (_, line, at) => {
    const { records } = readChat(line, { fileName: 'WhatsApp Chat with Ana.txt' })
    expect(records[0]?.interaction?.at).toBe(at)
  })

  test('day and month are decided over the whole file', () => {
    const reading = readChat('03/04/26, 10:00 - Ana: a\n13/04/26, 10:00 - Ana: b', { fileName: 'Ana.txt' })
    expect(reading.records.map(({ interaction }) => interaction?.at)).toEqual([
      '2026-04-03T10:00',
      '2026-04-13T10:00',
    ])
  })

  test('where no part is above 12, messages that follow each other decide', () => {
    const reading = readChat('03/02/26, 10:00 - Ana: a\n04/01/26, 10:00 - Ana: b', { fileName: 'Ana.txt' })
    expect(reading.records.map(({ interaction }) => interaction?.at)).toEqual([
      '2026-03-02T10:00',
      '2026-04-01T10:00',
    ])
  })

  test('where nothing decides the day stays as it stands, until somebody says', () => {
    const text = '03/04/26, 10:00 - Ana: a'
    const reading = readChat(text, { fileName: 'Ana.txt' })
    expect(reading.records[0]).toMatchObject({
      extra: { date: '03/04/26 10:00' },
      interaction: { text: 'a' },
    })
    expect(reading.decisions.find(({ what }) => what === 'dateOrder')).toMatchObject({
      chosen: null,
      ask: true,
    })
    expect(readChat(text, { fileName: 'Ana.txt' }, { dateOrder: 'dmy' }).records[0]?.interaction?.at).toBe(
      '2026-04-03T10:00',
    )
  })
})

describe('who is who', () => {
  const chat = (names: readonly string[]) =>
    names.map((name, at) => `15/10/26, 10:0${at} - ${name}: word ${at}`).join('\n')
  const spoken = (reading: ReturnType<typeof readChat>) =>
    reading.records.map(({ person, interaction }) => [
      person?.fullName,
      interaction?.direction,
      interaction?.text,
    ])

  test('the file is named after the other', () => {
    const reading = readChat(chat(['Ana', 'Lin Wei']), { fileName: 'WhatsApp Chat - Ana.txt' })
    expect(spoken(reading)).toEqual([
      ['Ana', 'in', 'word 0'],
      ['Ana', 'out', 'word 1'],
    ])
    expect(reading.decisions.find(({ what }) => what === 'self')).toEqual({
      what: 'self',
      chosen: 'Lin Wei',
      why: 'import.why.fileName',
      alternatives: ['Ana'],
    })
  })

  test('somebody called Me is us', () => {
    expect(spoken(readChat(chat(['Me', 'Ana']), { fileName: '_chat.txt' }))).toEqual([
      ['Ana', 'out', 'word 0'],
      ['Ana', 'in', 'word 1'],
    ])
  })

  test('where nothing tells, it is asked, and the answer counts', () => {
    const text = chat(['Ana', 'Lin Wei'])
    expect(
      readChat(text, { fileName: '_chat.txt' }).decisions.find(({ what }) => what === 'self'),
    ).toMatchObject({ ask: true })
    expect(spoken(readChat(text, { fileName: '_chat.txt' }, { self: 'Ana' }))).toEqual([
      ['Lin Wei', 'out', 'word 0'],
      ['Lin Wei', 'in', 'word 1'],
    ])
  })

  test('in a group what we say is said to nobody in particular', () => {
    const reading = readChat(chat(['Ana', 'Me', 'Bo']), { fileName: '_chat.txt' })
    expect(spoken(reading)).toEqual([
      ['Ana', 'in', 'word 0'],
      ['Bo', 'in', 'word 2'],
    ])
    expect(reading.rejected).toEqual([
      { row: 1, code: 'import.reject.toGroup', cells: ['15/10/26 10:01', 'Me', 'word 1'] },
    ])
  })

  test('a number that stands for a name is a way to reach them', () => {
    const [record] = readChat(chat(['+49 171 3920002', 'Me']), { fileName: '_chat.txt' }).records
    expect(record?.person).toBeUndefined()
    expect(record?.handles).toMatchObject([{ kind: 'whatsapp', value: '+491713920002' }])
  })
})

describe('what a long talk holds', () => {
  const said = (lines: readonly string[]) => readChat(lines.join('\n'), { fileName: 'Ana.txt' })

  test('two equal messages of one minute are two, each with its place', () => {
    const line = '15/10/26, 10:00 - Ana: ok'
    const { records } = said([line, line, '15/10/26, 10:01 - Ana: ok', '15/10/26, 10:00 - Me: ok', line])
    expect(
      records.map(({ interaction }) => [interaction?.at, interaction?.direction, interaction?.occurrence]),
    ).toEqual([
      ['2026-10-15T10:00', 'in', undefined],
      ['2026-10-15T10:00', 'in', 2],
      ['2026-10-15T10:01', 'in', undefined],
      ['2026-10-15T10:00', 'out', undefined],
      ['2026-10-15T10:00', 'in', 3],
    ])
  })

  test('both are kept, and the same talk brings none of them again', () => {
    const chat = '15/10/26, 10:00 - Ana: ok\n15/10/26, 10:00 - Ana: ok\n15/10/26, 10:00 - Ana: thanks'
    const notebook = new PlainNotebook()
    const plan = (text: string) =>
      planFile(notebook, readChat(text, { fileName: 'Ana.txt' }).records, { format: 'whatsapp-chat' })
    notebook.apply(plan(chat).changes)
    expect(notebook.all('interactions').map(({ text }) => text)).toEqual(['ok', 'ok', 'thanks'])
    expect(plan(chat)).toMatchObject({ changes: [] })
    notebook.apply(plan(`${chat}\n15/10/26, 10:00 - Ana: ok`).changes)
    expect(notebook.all('interactions')).toHaveLength(4)
  })

  test('a message that was deleted is left out by name, a picture stays as a line', () => {
    const reading = said([
      '15/10/26, 10:00 - Ana: This message was deleted',
      '15/10/26, 10:01 - Ana: \u200eIMG-20261015.jpg (file attached)',
      '15/10/26, 10:02 - Me: You deleted this message.',
      '15/10/26, 10:03 - Ana: 此消息已被删除',
      '15/10/26, 10:04 - Ana: they said: this message was deleted',
    ])
    expect(reading.records.map(({ interaction }) => interaction?.text)).toEqual([
      'IMG-20261015.jpg (file attached)',
      'they said: this message was deleted',
    ])
    expect(reading.rejected.map(({ row, code }) => [row, code])).toEqual([
      [0, 'import.reject.deletedMessage'],
      [2, 'import.reject.deletedMessage'],
      [3, 'import.reject.deletedMessage'],
    ])
  })

  test('a hundred thousand lines are each a message or named', () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => {
      const clock = `${String(Math.floor(at / 60) % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
      const day = String(1 + (Math.floor(at / 1440) % 28)).padStart(2, '0')
      return at % 10 === 3
        ? 'and a second line'
        : `${day}/${String(1 + Math.floor(at / 40_320)).padStart(2, '0')}/26, ${clock} - ${at % 3 ? 'Ana' : 'Me'}: word ${at}`
    })
    const reading = said(lines)
    expect([reading.dataRows, reading.records.length, reading.rejected.length]).toEqual([90_000, 90_000, 0])
    expect(reading.records.at(-1)?.interaction?.text).toBe('word 99999')
  })
})

test('tables, letters and cards are no chats', () => {
  expect(looksLikeChat(ANDROID)).toBe(true)
  expect(looksLikeChat('Date,Name\n10/15/26,Ana\n')).toBe(false)
  expect(looksLikeChat('From: a@example.com\n10/15/26, 2:30 PM - Ana: hi')).toBe(false)
  expect(looksLikeChat('')).toBe(false)
})
