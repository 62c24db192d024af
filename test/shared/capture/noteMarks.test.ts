import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDueWords } from '../../../shared/capture/dueWords'
import type { NoteContext } from '../../../shared/capture/noteMark'
import { findNoteMarks } from '../../../shared/capture/noteMarks'

const CONTEXT: NoteContext = {
  // A Thursday.
  today: '2026-11-19',
  dollar: 'USD',
  people: [
    { id: 'p1', fullName: 'Trần Thị Ngọc Ánh' },
    { id: 'p2', fullName: '王思远', latinName: 'Siyuan Wang' },
    { id: 'p3', fullName: 'Anna Berg' },
    { id: 'p4', fullName: 'Anna Lind' },
  ],
}

describe('promises', () => {
  test.each([
    ['!photos 27 Nov', 'us', 'photos', '2026-11-27'],
    ['!report tomorrow', 'us', 'report', '2026-11-20'],
    ['!样品 11月27日', 'us', '样品', '2026-11-27'],
    ['！样品下周五前寄', 'us', '样品寄', '2026-11-27'],
    ['!sample friday', 'us', 'sample', '2026-11-20'],
    ['!price list +3d', 'us', 'price list', '2026-11-22'],
    ['!send it by 2026-12-01.', 'us', 'send it', '2026-12-01'],
    ['!them label proof 4 Dec', 'them', 'label proof', '2026-12-04'],
    ['?label proof 4 Dec', 'them', 'label proof', '2026-12-04'],
    ['!< deposit', 'them', 'deposit', undefined],
    ['!对方 付定金 月底', 'them', '付定金', '2026-11-30'],
    ['talked; !catalogue 1/12 and samples', 'us', 'catalogue and samples', '2026-12-01'],
    ['!x 5.12.', 'us', 'x', '2026-12-05'],
    ['!thing 31 Feb', 'us', 'thing 31 Feb', undefined],
  ])('%s', (text, by, promised, dueOn) => {
    expect(findNoteMarks(text, CONTEXT)).toEqual([
      expect.objectContaining({ kind: 'promise', by, text: promised, ...(dueOn !== undefined && { dueOn }) }),
    ])
    expect(findNoteMarks(text, CONTEXT)[0]).toHaveProperty('kind', 'promise')
  })

  test('says where the promise and its day stand', () => {
    expect(findNoteMarks('ok. !photos by 27 Nov. Bye', CONTEXT)).toEqual([
      {
        kind: 'promise',
        start: 4,
        end: 21,
        by: 'us',
        text: 'photos',
        dueOn: '2026-11-27',
        due: { start: 15, end: 21 },
      },
    ])
  })

  test.each(['really?', 'no! never', '!!!', '! photos', 'C# and a@b.com', '!27 Nov', 'R&D #12'])(
    '%s holds no mark',
    (text) => {
      expect(findNoteMarks(text, CONTEXT)).toEqual([])
    },
  )
})

describe('due words', () => {
  test.each([
    ['today', '2026-11-19'],
    ['day after tomorrow', '2026-11-21'],
    ['thursday', '2026-11-26'],
    ['next monday', '2026-11-23'],
    ['next week', '2026-11-23'],
    ['in 2 weeks', '2026-12-03'],
    ['+1m', '2026-12-19'],
    ['end of month', '2026-11-30'],
    ['19 Nov', '2026-11-19'],
    ['18 November', '2027-11-18'],
    ['Nov 27th', '2026-11-27'],
    ['January 5, 2027', '2027-01-05'],
    ['29 Feb', '2028-02-29'],
    ['27.11.', '2026-11-27'],
    ['27.11.2027', '2027-11-27'],
    ['12/25', '2026-12-25'],
    ['2026年12月1日', '2026-12-01'],
    ['２０２６年１２月１日', '2026-12-01'],
    ['20号', '2026-11-20'],
    ['5号', '2026-12-05'],
    ['明天', '2026-11-20'],
    ['大后天', '2026-11-22'],
    ['周五', '2026-11-20'],
    ['下周五', '2026-11-27'],
    ['下周', '2026-11-23'],
    ['三天后', '2026-11-22'],
    ['两周后', '2026-12-03'],
  ])('%s is %s', (text, dueOn) => {
    expect(findDueWords(`send ${text}`, CONTEXT.today)?.dueOn).toBe(dueOn)
  })

  test.each(['2026-02-30', '31/11/2026', 'Q-291', '16 cm', '1,250', 'maybe', 'monitor', '3.5', 'marching 5'])(
    '%s is no day',
    (text) => {
      expect(findDueWords(text, CONTEXT.today)).toBeUndefined()
    },
  )

  test('is never in the past, unless the year is written', () => {
    const words = fc.constantFrom(
      '27 Nov',
      '1/2',
      '5号',
      'friday',
      '周三',
      'tomorrow',
      '+3d',
      '29 Feb',
      'next week',
      '月底',
    )
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(words, days, (text, date) => {
        const today = date.toISOString().slice(0, 10)
        expect((findDueWords(text, today)?.dueOn ?? '') >= today).toBe(true)
      }),
    )
  })
})

describe('people', () => {
  test.each([
    ['@Ngọc Ánh said ok', 'Ngọc Ánh', ['p1']],
    ['@anh', 'anh', ['p1']],
    ['@ngoc a', 'ngoc a', ['p1']],
    ['@王思远说', '王思远', ['p2']],
    ['@siy', 'siy', ['p2']],
    ['@Anna', 'Anna', ['p3', 'p4']],
    ['@anna l', 'anna l', ['p4']],
    ['@bob too', 'bob', []],
  ])('%s', (text, name, personIds) => {
    expect(findNoteMarks(text, CONTEXT)).toEqual([
      { kind: 'person', start: 0, end: 1 + name.length, name, personIds },
    ])
  })
})

describe('amounts', () => {
  test.each([
    ['$17,900', 'USD', 1790000, '17900'],
    ['USD 17,900', 'USD', 1790000, '17900'],
    ['usd 0.78', 'USD', 78, '0.78'],
    ['$0.125', 'USD', 13, '0.125'],
    ['€1.200', 'EUR', 120000, '1200'],
    ['1.200,50 €', 'EUR', 120050, '1200.50'],
    ['17 900 SEK', 'SEK', 1790000, '17900'],
    ["CHF 1'250.50", 'CHF', 125050, '1250.50'],
    ['¥1,200', 'CNY', 120000, '1200'],
    ['3000元', 'CNY', 300000, '3000'],
    ['2.5万元', 'CNY', 2500000, '25000'],
    ['$1.5k', 'USD', 150000, '1500'],
    ['RMB 88', 'CNY', 8800, '88'],
    ['JPY 5000', 'JPY', 5000, '5000'],
    ['HK$ 90', 'HKD', 9000, '90'],
  ])('%s', (text, currency, minor, decimal) => {
    expect(findNoteMarks(`at ${text} a piece`, CONTEXT)).toEqual([
      { kind: 'amount', start: 3, end: 3 + text.length, money: { minor, currency }, decimal },
    ])
  })

  test.each(['FOB 40', '3,000 pcs', 'Q-291', '16 cm', 'a$5b'])('%s is no amount', (text) => {
    expect(findNoteMarks(text, CONTEXT)).toEqual([])
  })
})

test('marks stand side by side', () => {
  const text = '!price list friday #vip @Anh offered $17,900\n?deposit +7d'
  expect(findNoteMarks(text, CONTEXT).map((mark) => [mark.kind, text.slice(mark.start, mark.end)])).toEqual([
    ['promise', '!price list friday'],
    ['tag', '#vip'],
    ['person', '@Anh'],
    ['amount', '$17,900'],
    ['promise', '?deposit +7d'],
  ])
})

test('spans are within the text, not empty, sorted and never overlap', () => {
  const pieces = [
    '!',
    '?',
    '!<',
    '#',
    '@',
    '$',
    '€',
    ' ',
    '\n',
    '.',
    ';',
    'vip',
    'Anna ',
    '王思远',
    '17,900',
    '27 Nov',
    '明天',
    '下周五',
    '１',
    'b́',
    '😀',
  ]
  const text = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(text, (note) => {
      let end = 0
      for (const mark of findNoteMarks(note, CONTEXT)) {
        expect(mark.start).toBeGreaterThanOrEqual(end)
        expect(mark.end).toBeGreaterThan(mark.start)
        end = mark.end
        if (mark.kind === 'promise' && mark.due) {
          expect(mark.due.start).toBeGreaterThan(mark.start)
          expect(mark.due.end).toBeLessThanOrEqual(mark.end)
        }
      }
      expect(end).toBeLessThanOrEqual(note.length)
    }),
    { numRuns: 1000 },
  )
})

test('a note of 10,000 characters of any one kind is read at once', () => {
  const hostile = ['!a ', '! ', '1,', '1 ', '$1', ' @a', ' ', '!12 ', '1', "1'000", 'jan ', '+1d']
  const before = process.cpuUsage()
  for (const piece of hostile) findNoteMarks(piece.repeat(10_000 / piece.length), CONTEXT)
  // Of processor time the twelve take less than a second; a pattern that tries every way would need minutes for the first.
  const { user } = process.cpuUsage(before)
  expect(user).toBeLessThan(30_000_000)
})
