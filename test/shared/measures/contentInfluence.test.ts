import { describe, expect, test } from 'vitest'
import { contentInfluence } from '../../../shared/measures/contentInfluence'
import { figure, noFigure } from '../../../shared/measures/figure'
import { firstTouchSpeed } from '../../../shared/measures/firstTouchSpeed'
import type { EngagementKind } from '../../../shared/records/content'
import { ordered, someone, usd } from './someone'

const today = '2027-12-31'

describe('content influence', () => {
  const did = (on: string, kind: EngagementKind, contentId = 'guide', personKey = 'anna') => ({
    on,
    kind,
    personKey,
    contentId,
  })
  const content = new Map([
    [
      'guide',
      {
        topic: 'corrosion',
        positionIds: ['leaks'],
        kind: 'whitePaper' as const,
        editions: [{ language: 'en' }],
      },
    ],
    [
      'film',
      {
        topic: 'corrosion',
        positionIds: ['leaks', 'price'],
        kind: 'video' as const,
        editions: [{ language: 'en' }, { language: 'de' }],
      },
    ],
  ])
  const facts = [
    someone({
      engagements: [
        did('2027-01-01', 'delivered'),
        did('2027-01-02', 'opened'),
        did('2027-01-03', 'opened'),
        did('2027-01-03', 'opened', 'guide', 'bo'),
        did('2027-01-04', 'attended', 'film'),
      ],
      gifts: [{ on: '2027-01-01', contentId: 'guide' }],
      quotesOn: ['2027-01-01', '2027-02-01', '2027-04-03'],
      orders: [ordered('2027-03-01', 100), ordered('2027-04-04', 50)],
    }),
    someone({ gifts: [{ on: '2027-01-01', contentId: 'film' }], orders: [ordered('2027-01-05', 999)] }),
  ]
  const by = (dimension: Parameters<typeof contentInfluence>[2], asOf = today) =>
    contentInfluence(facts, content, dimension, asOf, 'USD')

  test('counts people once a piece, and what followed within 90 days of taking notice', () => {
    expect(by('piece').get('guide')).toEqual({
      // Bo opened it, so Bo had it too.
      delivered: 2,
      opened: 2,
      clicked: 0,
      replied: 0,
      attended: 0,
      // The first quote came before anybody looked; the third is 90 days after the last look.
      opportunities: 2,
      orders: 1,
      revenue: figure(usd(100)),
    })
    // Handed over is delivered, but nobody took notice.
    expect(by('piece').get('film')).toMatchObject({
      delivered: 1,
      attended: 1,
      orders: 2,
      revenue: figure(usd(150)),
    })
  })

  test('counts an order once under a topic, though two pieces of it were read', () => {
    expect([...by('topic')].map(([key, own]) => [key, own.opportunities, own.orders])).toEqual([
      ['corrosion', 2, 2],
    ])
    expect([...by('position')].map(([key, own]) => [key, own.orders])).toEqual([
      ['leaks', 2],
      ['price', 2],
    ])
    expect([...by('kind').keys()]).toEqual(['whitePaper', 'video'])
    // Which edition of the film was seen, nobody recorded.
    expect([...by('language').keys()]).toEqual(['en'])
  })

  test('knows nothing of what came after its day', () => {
    expect(by('piece', '2027-01-31').get('guide')).toMatchObject({ opened: 2, opportunities: 0, orders: 0 })
    expect(by('piece', '2026-12-31')).toEqual(new Map())
  })
})

describe('the speed to first touch', () => {
  const HOUR = 3_600_000
  const now = Date.UTC(2027, 3, 20)
  const lead = (agoHours: number, after?: number) => ({
    metAt: now - agoHours * HOUR,
    ...(after === undefined ? {} : { firstTouchAt: now - agoHours * HOUR + after * HOUR }),
  })

  test('holds nothing against a lead that still has time, or is dated ahead', () => {
    expect(firstTouchSpeed([lead(100, 10), lead(100, 30), lead(100), lead(5), lead(-48)], now)).toEqual({
      medianHours: figure(20),
      within24h: figure(1 / 3),
      within48h: figure(2 / 3),
    })
  })

  test('says whether it is too early or there was nobody', () => {
    expect(firstTouchSpeed([lead(5)], now).within24h).toEqual(noFigure('measures.tooEarly', { hours: 24 }))
    expect(firstTouchSpeed([], now)).toEqual({
      medianHours: noFigure('measures.noFirstTouch'),
      within24h: noFigure('measures.noLeads', { hours: 24 }),
      within48h: noFigure('measures.noLeads', { hours: 48 }),
    })
  })
})
