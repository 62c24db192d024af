import { expect, test } from 'vitest'
import { findNoteMarks } from '#shared/capture/noteMarks'
import { buildLead } from '#shared/leads/buildLead'
import { draftHandles } from '#shared/leads/draftHandles'
import type { Customer } from '#shared/records/customer'
import type { Person } from '#shared/records/person'
import type { Product } from '#shared/records/product'
import { SCHEMA_VERSION } from '#shared/records/record'
import { AT, fair, ids, leadContext, leadDraft, testId } from './leads'

const managed = { schema: SCHEMA_VERSION, rev: 1, createdAt: AT, updatedAt: AT, origin: 'person' }
const { customerId, personId, interactionId } = ids

test('a full form becomes all its records, each referring backwards only', () => {
  const draft = leadDraft({
    company: ' Müller GmbH ',
    person: 'Anna Müller',
    title: 'Buyer',
    country: 'DE',
    phone: '0171 2345678',
    phoneAlso: ['whatsapp'],
    email: 'Anna@Mueller.example',
    typedHandle: { kind: 'wechat', entered: 'anna_m' },
    website: 'mueller.example',
    address: 'Hauptstr. 1',
    grade: 'A',
    answers: { role: 'buys' },
    products: ['Pump'],
    promised: 'price list',
    note: 'wants samples',
    cardText: 'Anna Müller, Buyer',
    consents: ['whatsapp'],
  })
  expect(buildLead(draft, leadContext())).toEqual([
    {
      table: 'customers',
      id: customerId,
      after: {
        ...managed,
        id: customerId,
        name: 'Müller GmbH',
        handles: [],
        stage: 'lead',
        tags: [],
        sourceTouchpointId: fair.id,
        country: 'DE',
        grade: 'A',
        website: 'mueller.example',
        address: 'Hauptstr. 1',
      },
    },
    {
      table: 'stageMoves',
      id: testId(101),
      after: { ...managed, id: testId(101), customerId, to: 'lead', at: AT },
    },
    {
      table: 'people',
      id: personId,
      after: {
        ...managed,
        id: personId,
        customerId,
        fullName: 'Anna Müller',
        title: 'Buyer',
        handles: [
          { kind: 'phone', value: '+491712345678', entered: '0171 2345678' },
          { kind: 'whatsapp', value: '+491712345678', entered: '0171 2345678' },
          { kind: 'email', value: 'anna@mueller.example', entered: 'Anna@Mueller.example' },
          { kind: 'wechat', value: 'anna_m', entered: 'anna_m' },
          { kind: 'web', value: 'mueller.example', entered: 'mueller.example' },
        ],
      },
    },
    {
      table: 'products',
      id: testId(100),
      after: { ...managed, id: testId(100), name: 'Pump' },
    },
    {
      table: 'interactions',
      id: interactionId,
      after: {
        ...managed,
        id: interactionId,
        customerId,
        personIds: [personId],
        kind: 'met',
        direction: 'both',
        at: draft.startedAt,
        touchpointId: fair.id,
        zone: 'Asia/Shanghai',
        text: 'wants samples',
        answers: [{ question: 'role', value: 'buys' }],
        grade: 'A',
        productIds: [testId(100)],
        extra: { cardText: 'Anna Müller, Buyer' },
      },
    },
    {
      table: 'promises',
      id: testId(102),
      after: {
        ...managed,
        id: testId(102),
        customerId,
        personId,
        by: 'us',
        text: 'price list',
        dueOn: '2026-10-20',
        interactionId,
      },
    },
    {
      table: 'consents',
      id: testId(103),
      after: {
        ...managed,
        id: testId(103),
        customerId,
        personId,
        carrier: 'whatsapp',
        purpose: 'followUp',
        state: 'given',
        at: draft.startedAt,
        wording: 'May we write?',
        wordingLanguage: 'en',
        touchpointId: fair.id,
        address: '+491712345678',
      },
    },
  ])
})

test('a lone phone number is a lead: the page is named by it', () => {
  const [customer, , person] = buildLead(leadDraft({ phone: '13800138000' }), leadContext())
  expect(customer?.after).toMatchObject({ name: '13800138000' })
  expect(person?.after).toMatchObject({ fullName: '', handles: [{ kind: 'phone', entered: '13800138000' }] })
})

test('somebody without a company gives the page their own name', () => {
  const [customer] = buildLead(leadDraft({ person: '王小明' }), leadContext())
  expect(customer?.after).toMatchObject({ name: '王小明' })
})

test('a company without a person makes no empty person', () => {
  const changes = buildLead(leadDraft({ company: 'ACME' }), leadContext())
  expect(changes.map(({ table }) => table)).toEqual(['customers', 'stageMoves', 'interactions'])
  expect(changes.at(-1)?.after.personIds).toEqual([])
})

test('a product that is known by name is used, not made again, and named twice counts once', () => {
  const pump: Product = { ...managed, origin: 'person', id: testId(50), name: 'Pump' }
  const context = leadContext({ productsByName: new Map([['pump', pump]]) })
  const changes = buildLead(leadDraft({ company: 'A', products: ['PUMP', 'pump'] }), context)
  expect(changes.some(({ table }) => table === 'products')).toBe(false)
  expect(changes.at(-1)?.after.productIds).toEqual([testId(50)])
})

test('a page that exists is completed, never overwritten', () => {
  const existingCustomer: Customer = {
    ...managed,
    origin: 'person',
    id: testId(60),
    name: 'Müller GmbH',
    handles: [],
    stage: 'order',
    tags: [],
    country: 'DE',
  }
  const existingPerson: Person = {
    ...managed,
    origin: 'person',
    id: testId(61),
    customerId: testId(60),
    fullName: 'Anna Müller',
    title: 'Owner',
    handles: [{ kind: 'email', value: 'anna@mueller.example', entered: 'anna@mueller.example' }],
  }
  const draft = leadDraft({
    country: 'DE',
    email: 'ANNA@mueller.example',
    phone: '+49 171 2345678',
    grade: 'B',
  })
  const changes = buildLead(draft, leadContext({ existingCustomer, existingPerson }))
  expect(changes.map(({ table, id }) => [table, id])).toEqual([
    ['customers', testId(60)],
    ['people', testId(61)],
    ['interactions', interactionId],
  ])
  expect(changes[0]?.after).toEqual({ ...existingCustomer, grade: 'B', rev: 2, updatedAt: AT })
  expect(changes[1]?.after.handles).toEqual([
    ...existingPerson.handles,
    { kind: 'phone', value: '+491712345678', entered: '+49 171 2345678' },
  ])
  expect(changes[2]?.after).toMatchObject({ customerId: testId(60), personIds: [testId(61)] })
})

test('the same address typed twice is kept once; what cannot be normalised is kept as entered', () => {
  const draft = leadDraft({
    email: 'not an address',
    phone: 'ask Tom',
    handles: [
      { kind: 'phone', entered: ' ask Tom ' },
      { kind: 'line', entered: 'tom.l' },
      { kind: 'line', entered: 'tom.l' },
    ],
  })
  expect(draftHandles(draft)).toEqual([
    { kind: 'phone', value: 'ask Tom', entered: 'ask Tom' },
    { kind: 'email', value: 'not an address', entered: 'not an address' },
    { kind: 'line', value: 'tom.l', entered: 'tom.l' },
  ])
})

test('pages that were said to be somebody else are remembered with a new page, and forgotten with a known one', () => {
  const draft = leadDraft({ company: 'Nordlund', distinctFromIds: [testId(70)] })
  const distinctions = (changes: ReturnType<typeof buildLead>) =>
    changes.filter(({ table }) => table === 'distinctions').map(({ after }) => after)
  expect(distinctions(buildLead(draft, leadContext()))).toEqual([
    { ...managed, id: testId(101), aId: customerId, bId: testId(70) },
  ])
  const existingCustomer: Customer = {
    ...{ ...managed, origin: 'person' },
    id: testId(60),
    name: 'Nordlund',
    handles: [],
    stage: 'lead',
    tags: [],
  }
  expect(distinctions(buildLead(draft, leadContext({ existingCustomer })))).toEqual([])
})

test('a yes holds for each address of its carrier, and without an address there is none', () => {
  const draft = leadDraft({
    company: 'ACME',
    email: 'a@acme.example',
    handles: [{ kind: 'email', entered: 'b@acme.example' }],
    consents: ['email', 'phone'],
  })
  const consents = buildLead(draft, leadContext()).filter(({ table }) => table === 'consents')
  expect(consents.map(({ after }) => [after.carrier, after.address])).toEqual([
    ['email', 'a@acme.example'],
    ['email', 'b@acme.example'],
  ])
})

test('marks in the note become promises and tags, like those of a quick note', () => {
  const note = '!catalogue tomorrow ?their drawing #bamboo'
  const noteMarks = findNoteMarks(note, { today: '2026-10-14', people: [], dollar: 'USD' })
  const changes = buildLead(leadDraft({ company: 'ACME', note }), leadContext({ noteMarks }))
  const promises = changes.filter(({ table }) => table === 'promises').map(({ after }) => after)
  expect(promises).toMatchObject([
    { by: 'us', text: 'catalogue', dueOn: '2026-10-15', customerId, interactionId },
    { by: 'them', text: 'their drawing', dueOn: '2026-10-20' },
  ])
  expect(changes[0]?.after.tags).toEqual(['bamboo'])
  expect(changes.find(({ table }) => table === 'interactions')?.after.text).toBe(note)
})

test('a chosen page that cannot be read gets the meeting, and no second page is made', () => {
  const draft = leadDraft({
    company: 'Nordlund',
    email: 'ida@nordlund.example',
    grade: 'A',
    note: 'back again',
  })
  const unreadPage = { customerId: testId(60), personId: testId(61) }
  expect(buildLead(draft, leadContext({ unreadPage })).map(({ table, after }) => [table, after])).toEqual([
    [
      'interactions',
      {
        ...managed,
        id: interactionId,
        customerId: testId(60),
        personIds: [testId(61)],
        kind: 'met',
        direction: 'both',
        at: draft.startedAt,
        touchpointId: fair.id,
        zone: 'Asia/Shanghai',
        text: 'back again',
        grade: 'A',
        extra: { company: 'Nordlund', email: 'ida@nordlund.example' },
      },
    ],
  ])
})
