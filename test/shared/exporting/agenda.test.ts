import { expect, test } from 'vitest'
import { agendaOf } from '#shared/exporting/agenda'
import { contactCards } from '#shared/exporting/contactCard'
import { FAIR_WELCOME } from '#shared/nurture/plans/fairWelcome'
import { reportWords } from '#shared/reporting/words'
import { testId } from '../changes/memoryNotebook'
import { customer, fileOf, handle, NOW, person, photo } from './customerFiles'

const base = (number: number, rev = 1) => ({
  id: testId(number),
  schema: 1,
  rev,
  createdAt: NOW,
  updatedAt: NOW,
  origin: 'person' as const,
})
const COMPANY = customer(1, 'Fictional Lighting S.L.', { country: 'ES' })
const ANA = person(2, 'Ana Prueba')
const PLAN = { ...base(50), ...FAIR_WELCOME, steps: [...FAIR_WELCOME.steps] }
const ENROLMENT = {
  ...base(51),
  planId: PLAN.id,
  customerId: COMPANY.id,
  personId: ANA.id,
  startsOn: '2026-11-27',
  promiseId: testId(60),
}
const PROMISE = {
  ...base(60, 3),
  customerId: COMPANY.id,
  personId: ANA.id,
  by: 'us' as const,
  text: 'Send samples',
  dueOn: '2026-12-01',
}
const QUOTE = {
  ...base(61),
  customerId: COMPANY.id,
  on: '2026-11-02',
  number: 'Q-7',
  currency: 'USD',
  lines: [],
  total: { minor: 120_450, currency: 'USD' },
  status: 'open' as const,
  validUntil: '2026-12-31',
}
const CONTEXT = {
  words: reportWords('en'),
  today: '2026-11-28',
  zone: 'Asia/Shanghai',
  plans: [PLAN],
  workingDays: [1, 2, 3, 4, 5],
}
const agenda = (more: Parameters<typeof fileOf>[1]) =>
  agendaOf(fileOf(COMPANY, { people: [ANA], ...more }), CONTEXT)

test('open promises and quotes that end are on their days', () => {
  const kept = { ...PROMISE, id: testId(62), doneAt: NOW }
  const past = { ...QUOTE, id: testId(63), validUntil: '2026-11-01' }
  const settled = { ...QUOTE, id: testId(64), status: 'accepted' as const }
  expect(agenda({ promises: [PROMISE, kept], quotes: [QUOTE, past, settled] })).toEqual([
    {
      uid: `promise-${PROMISE.id}@orchard.invalid`,
      on: '2026-12-01',
      summary: 'I promised: Send samples',
      description: 'Ana Prueba (Fictional Lighting S.L.)',
      sequence: 2,
      link: `orchard://customer/${COMPANY.id}`,
    },
    {
      uid: `quote-${QUOTE.id}@orchard.invalid`,
      on: '2026-12-31',
      summary: 'Quote Q-7 ends: Fictional Lighting S.L.',
      description: 'USD 1,204.50',
      sequence: 0,
      link: `orchard://customer/${COMPANY.id}`,
    },
  ])
})

test('a promise that a plan’s step keeps stands once, as the promise', () => {
  const summaries = (promises: (typeof PROMISE)[]) =>
    agenda({ enrolments: [ENROLMENT], promises }).map(({ summary }) => summary)
  const step = CONTEXT.words.text('plan.fairWelcome.step.promised')
  expect(summaries([PROMISE]).filter((words) => words.startsWith(step))).toEqual([])
  expect(summaries([]).filter((words) => words.startsWith(step))).toHaveLength(1)
})

test('a touch keeps its id when a person moves it, and counts the move', () => {
  const moved = {
    ...base(70, 2),
    enrolmentId: ENROLMENT.id,
    customerId: COMPANY.id,
    stepKey: 'valuePiece',
    occurrence: 0,
    action: 'moved' as const,
    on: '2026-12-09',
  }
  const valuePiece = (touches: (typeof moved)[]) =>
    agenda({ enrolments: [ENROLMENT], touches }).find(({ uid }) => uid.includes('valuePiece'))
  const [before, after] = [valuePiece([]), valuePiece([moved])]
  expect(after).toEqual({ ...before, on: '2026-12-09', sequence: 2 })
  expect(before?.sequence).toBe(0)
})

test('a card has the newest photo of a meeting with that person that is no larger than address books bear', () => {
  const talk = (number: number, at: number, attachmentIds: string[], personIds = [ANA.id]) => ({
    ...base(number),
    customerId: COMPANY.id,
    personIds,
    kind: 'met' as const,
    direction: 'both' as const,
    at,
    attachmentIds,
  })
  const [old, large, others] = [photo(80), photo(81, { sizeBytes: 3_000_000 }), photo(82)]
  const file = fileOf(COMPANY, {
    people: [ANA],
    interactions: [
      talk(90, NOW - 2, [old.id]),
      talk(91, NOW - 1, [large.id]),
      talk(92, NOW, [others.id], [testId(99)]),
    ],
    photos: [old, large, others],
  })
  const cards = (photos: boolean) => contactCards(file, { photos, country: (code) => code })
  expect(cards(true).map((card) => card.photo)).toEqual([{ hash: old.hash, mediaType: 'image/jpeg' }])
  expect(cards(false).map((card) => card.photo)).toEqual([undefined])
})

test('a card keeps the id that another address book gave', () => {
  const known = { ...ANA, externalIds: [{ scheme: 'vcard', value: 'ABC 123' }] }
  const company = { ...COMPANY, handles: [handle('phone', '+34910000001')] }
  const cards = contactCards(fileOf(company, { people: [known] }), { photos: false, country: () => 'Spain' })
  expect(cards.map(({ uid, isCompany, fullName, country }) => [uid, isCompany, fullName, country])).toEqual([
    [`urn:uuid:${COMPANY.id}`, true, 'Fictional Lighting S.L.', 'Spain'],
    ['ABC 123', false, 'Ana Prueba', 'Spain'],
  ])
})
