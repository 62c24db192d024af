import { describe, expect, test } from 'vitest'
import { filterContent, suggestedPosition } from '#shared/library/contentFilter'
import { contentMonth } from '#shared/library/contentMonth'
import { expiryOf, worstExpiry } from '#shared/library/expiry'
import { giftsFor, givenPieces, readersOf } from '#shared/library/giving'
import { hangingIds, piecesFor } from '#shared/library/hanging'
import { isWebLink } from '#shared/library/links'
import { formOfPiece, listOf, pieceFromForm } from '#shared/library/pieceForm'
import type { Content, Position } from '#shared/records/content'
import type { Weekday } from '#shared/time/calendarDay'

const base = { schema: 2, rev: 1, createdAt: 0, updatedAt: 0, origin: 'person' as const }
const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`

function piece(n: number, part: Partial<Content> = {}): Content {
  const fixed = {
    ...base,
    id: id(n),
    title: `Piece ${n}`,
    kind: 'article' as const,
    status: 'ready' as const,
  }
  return { ...fixed, positionIds: [], editions: [{ language: 'en' }], ...part }
}

function position(n: number, text: string, part: Partial<Position> = {}): Position {
  return { ...base, id: id(n), kind: 'pain', text, ...part }
}

describe('expiry', () => {
  test('warns thirty days ahead, and an edition is good on its last day', () => {
    const on = (expiresOn?: string) => expiryOf(expiresOn === undefined ? {} : { expiresOn }, '2026-11-28')
    expect([on(), on('2026-12-29'), on('2026-12-28'), on('2026-11-28'), on('2026-11-27')]).toEqual([
      'none',
      'fresh',
      'expiring',
      'expiring',
      'expired',
    ])
  })

  test('of a piece is that of its worst edition', () => {
    const editions = [
      { language: 'en', expiresOn: '2027-12-01' },
      { language: 'de', expiresOn: '2026-01-01' },
    ]
    expect(worstExpiry({ editions }, '2026-11-28')).toBe('expired')
    expect(worstExpiry({ editions: [] }, '2026-11-28')).toBe('none')
  })
})

describe('giving', () => {
  test('offers what is new to them, good and in their language first; ideas and retired pieces never', () => {
    const spanish = { editions: [{ language: 'en' }, { language: 'es' }] }
    const content = [
      piece(1),
      piece(2, spanish),
      piece(3, { ...spanish, editions: [{ language: 'es', expiresOn: '2026-01-01' }] }),
      piece(4, spanish),
      piece(5, { status: 'idea' }),
      piece(6, { retiredAt: 5 }),
    ]
    const gifts = giftsFor(content, 'es-MX', new Map([[id(4), 77]]), '2026-11-28')
    expect(
      gifts.map((gift) => [gift.piece.id, gift.edition?.language, gift.isTheirs, gift.expiry, gift.givenAt]),
    ).toEqual([
      [id(2), 'es', true, 'none', undefined],
      [id(1), 'en', false, 'none', undefined],
      [id(3), 'es', true, 'expired', undefined],
      [id(4), 'es', true, 'none', 77],
    ])
  })

  test('keeps the two ways of writing Chinese apart', () => {
    const editions = [{ language: 'en' }, { language: 'zh-Hant' }]
    const chosen = (language: string) =>
      giftsFor([piece(1, { editions })], language, new Map(), '2026-11-28')[0]?.edition?.language
    expect([chosen('zh-TW'), chosen('zh-Hans'), chosen('zh')]).toEqual(['zh-Hant', 'en', 'en'])
  })

  test('knows what a customer got last, by letter or by what a source delivered', () => {
    const talk = { contentId: id(1), direction: 'out' as const }
    expect(
      givenPieces(
        [
          { ...talk, at: 5 },
          { ...talk, at: 3 },
          { ...talk, direction: 'in', at: 9 },
        ],
        [
          { contentId: id(2), kind: 'delivered', at: 4 },
          { contentId: id(3), kind: 'opened', at: 4 },
        ],
      ),
    ).toEqual(
      new Map([
        [id(1), 5],
        [id(2), 4],
      ]),
    )
  })

  test('lists who got a piece and who took notice, the newest first; a bounce is neither', () => {
    expect(
      readersOf(
        [{ customerId: 'a', at: 1, direction: 'out' }],
        [
          { customerId: 'a', at: 7, kind: 'opened' },
          { customerId: 'a', at: 8, kind: 'opened' },
          { customerId: 'b', at: 9, kind: 'downloaded' },
          { customerId: 'c', at: 10, kind: 'bounced' },
        ],
      ),
    ).toEqual([
      { customerId: 'b', gotAt: undefined, engaged: ['downloaded'], lastAt: 9 },
      { customerId: 'a', gotAt: 1, engaged: ['opened'], lastAt: 8 },
    ])
  })
})

test('a value is spoken for by the troubles that it answers, each piece counted once', () => {
  const value = position(9, 'A carton that survives', { kind: 'value', answersIds: [id(1), id(2)] })
  const content = [
    piece(4, { positionIds: [id(1), id(2)] }),
    piece(5, { positionIds: [id(9)] }),
    piece(6, { positionIds: [id(2)], retiredAt: 3 }),
  ]
  expect(piecesFor(content, value).map((one) => one.id)).toEqual([id(4)])
  expect([hangingIds(value), hangingIds(position(1, 'x'))]).toEqual([[id(1), id(2)], [id(1)]])
})

describe('the form of a piece', () => {
  const form = formOfPiece(
    piece(1, {
      topic: 'Care',
      productLines: ['Bowls', 'Trays'],
      editions: [{ language: 'en', url: 'https://a.example', expiresOn: '2027-01-01' }],
    }),
  )
  test('says again what the piece says', () => {
    expect(pieceFromForm(form)).toEqual({
      ok: true,
      value: {
        title: 'Piece 1',
        kind: 'article',
        status: 'ready',
        positionIds: [],
        editions: [{ language: 'en', url: 'https://a.example', expiresOn: '2027-01-01' }],
        on: undefined,
        topic: 'Care',
        productLines: ['Bowls', 'Trays'],
        leadMagnet: undefined,
        note: undefined,
      },
    })
    expect(listOf('Bowls，Trays、 Bowls ;')).toEqual(['Bowls', 'Trays'])
  })

  test('refuses what can’t be kept, with the language that it is about', () => {
    const [edition] = form.editions
    if (edition === undefined) throw new Error('no edition')
    const code = (patch: Partial<typeof form>) => {
      const read = pieceFromForm({ ...form, ...patch })
      return read.ok ? 'ok' : `${read.error.code} ${read.error.params?.language ?? ''}`.trim()
    }
    expect([
      code({ title: ' ' }),
      code({ editions: [{ ...edition, url: 'a.example' }] }),
      code({ editions: [edition, { ...edition, url: '' }] }),
      code({ editions: [{ ...edition, expiresOn: '2027-02-30' }] }),
      code({ on: 'soon' }),
    ]).toEqual([
      'library.noTitle',
      'library.badLink en',
      'library.sameLanguage en',
      'library.badDay en',
      'library.badDay',
    ])
  })
})

describe('the content calendar', () => {
  test('is whole weeks, each piece on its day', () => {
    const weeks = contentMonth(
      [piece(1, { on: '2026-11-01' }), piece(2, { on: '2026-12-01' }), piece(3)],
      '2026-11-28',
      1,
    )
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7])
    expect(weeks[0]?.[0]?.day).toBe('2026-10-26')
    expect(weeks[5]?.[6]?.day).toBe('2026-12-06')
    const filled = weeks.flat().filter((day) => day.pieces.length > 0)
    expect(filled.map((day) => [day.day, day.inMonth])).toEqual([
      ['2026-11-01', true],
      ['2026-12-01', false],
    ])
  })

  test('begins its weeks on the day that a place begins them', () => {
    const spanOf = (weekBegins: Weekday) => {
      const days = contentMonth([], '2026-11-28', weekBegins).flat()
      return [days.at(0)?.day, days.at(-1)?.day]
    }
    // The first of November 2026 is a Sunday.
    expect(spanOf(7)).toEqual(['2026-11-01', '2026-12-05'])
    expect(spanOf(6)).toEqual(['2026-10-31', '2026-12-04'])
    expect(spanOf(1)).toEqual(['2026-10-26', '2026-12-06'])
  })
})

describe('finding content', () => {
  const shelf = [
    piece(1, { title: 'Bamboo that lasts', topic: 'Care', positionIds: [id(8)] }),
    piece(2, { title: '竹制品保养指南', kind: 'video', editions: [{ language: 'zh-Hans' }] }),
    piece(3, { title: 'Old rules', retiredAt: 4 }),
    piece(4, { title: 'Test report', editions: [{ language: 'en', expiresOn: '2026-12-01' }] }),
  ]
  const found = (filter: Parameters<typeof filterContent>[1]) =>
    filterContent(shelf, filter, '2026-11-28').map((one) => one.id)

  test('narrows by words, kind, language, position, expiry and retirement', () => {
    expect(found({})).toEqual([id(1), id(2), id(4)])
    expect(found({ typed: 'bam CARE' })).toEqual([id(1)])
    expect(found({ typed: '保养' })).toEqual([id(2)])
    expect(found({ typed: 'amboo' })).toEqual([])
    expect(found({ kind: 'video' })).toEqual([id(2)])
    expect(found({ language: 'zh-Hans' })).toEqual([id(2)])
    expect(found({ positionId: id(8) })).toEqual([id(1)])
    expect(found({ isRunningOut: true })).toEqual([id(4)])
    expect(found({ isRetired: true })).toEqual([id(3)])
  })
})

describe('the position of a fact', () => {
  const positions = [
    position(1, 'Breakage on the last mile'),
    position(2, 'Papers for customs and food contact'),
    position(3, '交期拖延，赶不上上架时间'),
    position(4, 'Breakage never happens', { kind: 'value' }),
    position(5, 'Customs', { retiredAt: 1 }),
  ]
  test('is suggested by shared words, in scripts without spaces by pairs', () => {
    const suggested = (text: string) => suggestedPosition(text, positions)?.id
    expect(suggested('Too much breakage from the port on')).toBe(id(1))
    expect(suggested('Customs asked for more papers')).toBe(id(2))
    expect(suggested('去年交期总是拖延')).toBe(id(3))
    expect(suggested('Likes green tea')).toBeUndefined()
    expect(suggested('Breakage and customs')).toBeUndefined()
  })
})

test('a link is a web address with a host', () => {
  expect(['https://a.example/x?y=1', 'http://b.example'].map(isWebLink)).toEqual([true, true])
  expect(
    ['', 'a.example', 'javascript:alert(1)', 'file:///etc/passwd', 'https://', 'ftp://a.example'].map(
      isWebLink,
    ),
  ).toEqual([false, false, false, false, false, false])
})
