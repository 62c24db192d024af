import { describe, expect, test } from 'vitest'
import { createChange } from '#shared/changes/buildChange'
import type { FormatId } from '#shared/importing/formats'
import type { ImportRecord } from '#shared/importing/importRecord'
import { fieldsOf } from '#shared/importing/planFields'
import type { DuplicateRule } from '#shared/importing/resolveRow'
import { PlainNotebook, planFile, tally } from './planning'

type Row = Partial<Omit<ImportRecord, 'row' | 'handles' | 'person' | 'company'>> & {
  name?: string
  company?: string
  domain?: string
  country?: string
  title?: string
  email?: string
  info?: string
  phone?: string
}

function record(given: Row, row = 0): ImportRecord {
  const { name, company, domain, title, email, info, phone, ...rest } = given
  const handles: ImportRecord['handles'] = [
    ...(email === undefined ? [] : [{ kind: 'email' as const, value: email, entered: email }]),
    ...(info === undefined
      ? []
      : [{ kind: 'email' as const, value: info, entered: info, flags: ['roleAddress' as const] }]),
    ...(phone === undefined ? [] : [{ kind: 'phone' as const, value: phone, entered: phone }]),
  ]
  return {
    row,
    ...(name === undefined ? {} : { person: { fullName: name, ...(title === undefined ? {} : { title }) } }),
    ...(company === undefined
      ? {}
      : { company: { name: company, ...(domain === undefined ? {} : { domain }) } }),
    handles,
    extra: {},
    ...rest,
  }
}

/** What becomes of a second file's rows in a notebook that has taken in the first. */
function second(first: Row[], then: Row[], options: { format?: FormatId; duplicates?: DuplicateRule } = {}) {
  const notebook = new PlainNotebook()
  notebook.apply(planFile(notebook, first.map(record), options).changes)
  const before = notebook.counts()
  const planned = planFile(notebook, then.map(record), options)
  notebook.apply(planned.changes)
  return { notebook, before, ...planned, outcomes: planned.rows.map(({ outcome }) => outcome) }
}

test('a personal address is the same person, whatever the name; only what is empty is filled', () => {
  const { outcomes, notebook, rows } = second(
    [{ name: 'Ana Lagos', company: 'Araucaria SpA', email: 'ana@gmail.com', title: 'Logistics' }],
    [
      {
        name: 'A. Lagos',
        company: 'Araucaria SpA',
        email: 'ana@gmail.com',
        title: 'Boss',
        phone: '+56955500142',
      },
    ],
  )
  expect(outcomes).toEqual(['update'])
  expect(fieldsOf(rows[0]?.adds ?? 0)).toEqual(['contact'])
  expect(notebook.all('people')).toMatchObject([
    { fullName: 'Ana Lagos', title: 'Logistics', handles: [{}, {}] },
  ])
})

test('the address of a department leads to the company and makes no two people one', () => {
  const { outcomes, notebook } = second(
    [{ name: 'Ana Lagos', company: 'Araucaria', info: 'info@araucaria.example' }],
    [{ name: 'Tomás Errázuriz', company: 'Araucaria', info: 'info@araucaria.example' }],
  )
  expect(outcomes).toEqual(['new'])
  expect(notebook.counts()).toMatchObject({ customers: 1, people: 2 })
  expect(notebook.all('customers')[0]?.handles).toHaveLength(1)
})

test('a number under a part of the name is the same person, under another name it is held back', () => {
  const first = [{ name: 'Valentina Ibáñez', phone: '+56955500142' }]
  expect(second(first, [{ name: 'Valentina', phone: '+56955500142', title: 'Buyer' }]).outcomes).toEqual([
    'update',
  ])
  const other = second(first, [{ name: 'Nguyễn Văn An', phone: '+56955500142' }])
  expect(other.rows).toMatchObject([{ outcome: 'duplicate', reason: 'phoneOtherName' }])
  expect(other.changes).toEqual([])
  expect(
    second(first, [{ name: 'Nguyễn Văn An', phone: '+56955500142' }], { duplicates: 'new' }).outcomes,
  ).toEqual(['new'])
  expect(
    second(first, [{ name: 'Nguyễn Văn An', phone: '+56955500142' }], {
      duplicates: 'merge',
    }).notebook.counts(),
  ).toMatchObject({ people: 1 })
})

test('a switchboard makes colleagues, not one person', () => {
  const { outcomes, notebook } = second(
    [{ name: 'Nguyễn Văn An', company: 'Bếp Xanh', phone: '+842835550100' }],
    [{ name: 'Nguyễn Văn Bình', company: 'Công ty CP Bếp Xanh', phone: '+842835550100' }],
  )
  expect(outcomes).toEqual(['new'])
  expect(notebook.counts()).toMatchObject({ customers: 1, people: 2 })
})

test('name and company alone suggest, unless both files come from one source', () => {
  const [first, then] = [
    [{ name: 'John Smith', company: 'ACME Ltd', title: 'Buyer' }],
    [{ name: 'John Smith', company: 'ACME Inc.', note: 'asked again' }],
  ]
  expect(second(first, then).rows).toMatchObject([{ outcome: 'duplicate', reason: 'sameNameAtCompany' }])
  expect(second(first, then, { format: 'alibaba-inquiry' }).outcomes).toEqual(['update'])
})

test('within one file rows of one company share a page', () => {
  const notebook = new PlainNotebook()
  const rows = [
    { name: 'Ana Lagos', company: 'Araucaria SpA' },
    { name: 'Tomás Errázuriz', company: 'ARAUCARIA' },
    {
      name: 'Ana Lagos',
      company: 'Araucaria spa',
      interaction: { kind: 'enquiry' as const, at: '2026-10-01', text: 'lids?' },
    },
    { company: 'Araucaria', website: 'x' },
  ].map(record)
  const planned = planFile(notebook, rows, { pageRows: 1 })
  notebook.apply(planned.changes)
  expect(notebook.counts()).toMatchObject({ customers: 1, people: 2, interactions: 1 })
  expect(planned.changes.filter(({ table }) => table === 'customers')).toHaveLength(1)
})

test('one name in two countries, or with a domain each, is two companies', () => {
  const { notebook } = second(
    [{ name: 'Ana', company: 'Global Trading', country: 'CL' }],
    [{ name: 'Jo', company: 'Global Trading', country: 'GB' }],
  )
  expect(notebook.counts()).toMatchObject({ customers: 2 })
})

test('a system that numbers people tells two of one name apart', () => {
  const id = (value: string) => [{ scheme: 'linkedin', value }]
  const { outcomes } = second(
    [{ name: 'Wei Zhang', company: 'Haier', externalIds: id('wei-1') }],
    [
      { name: 'Wei Zhang', company: 'Haier', externalIds: id('wei-2') },
      { name: 'Wei Zhang (张伟)', company: 'Other', externalIds: id('wei-1'), title: 'Buyer' },
    ],
    { format: 'linkedin-connections' },
  )
  expect(outcomes).toEqual(['new', 'update'])
})

test('running numbers of two files make no strangers one', () => {
  const id = [{ scheme: 'column:no', value: '1' }]
  const { outcomes } = second([{ name: 'Ana', externalIds: id }], [{ name: 'Bo', externalIds: id }])
  expect(outcomes).toEqual(['new'])
})

test('an opt-out is kept for ever: no file gives consent, and none takes the no away', () => {
  const first = [{ name: 'Ana Lagos', email: 'ana@gmail.com', optOut: true as const }]
  const { notebook, outcomes } = second(first, [
    { name: 'Ana Lagos', email: 'ana@gmail.com', title: 'Buyer', extra: { STATUS: 'subscribed' } },
  ])
  expect(outcomes).toEqual(['update'])
  expect(notebook.all('consents')).toMatchObject([
    { state: 'withdrawn', carrier: 'email', address: 'ana@gmail.com', purpose: 'newsletter' },
  ])
  const again = planFile(notebook, [record({ name: 'Ana L.', email: 'ana@gmail.com', optOut: true })])
  expect(again.changes).toEqual([])
})

test('the same row with a newer job title brings no second meeting and no second note', () => {
  const row = {
    name: 'Ana Lagos',
    email: 'ana@gmail.com',
    note: 'met at the booth',
    touchpoint: { name: '第140届广交会', edition: 140, year: 2026 },
    interaction: { kind: 'met' as const, at: '2026-10-15' },
    productInterests: ['Bowl 16'],
  }
  const { notebook, outcomes } = second([row], [{ ...row, title: 'Head of purchasing' }])
  expect(outcomes).toEqual(['update'])
  expect(notebook.counts()).toMatchObject({ interactions: 2, touchpoints: 1, products: 1 })
  expect(notebook.all('touchpoints')).toMatchObject([
    { kind: 'fair', name: '第140届广交会', series: '广交会' },
  ])
})

test('a lone address gets a page, which takes the name that comes later', () => {
  const { notebook, outcomes } = second(
    [{ email: 'ana@gmail.com' }],
    [{ name: 'Ana Lagos', email: 'ana@gmail.com' }],
  )
  expect(outcomes).toEqual(['update'])
  expect(notebook.all('customers')).toMatchObject([{ name: 'Ana Lagos' }])
  expect(notebook.all('people')).toMatchObject([{ fullName: 'Ana Lagos' }])
})

test('an account without a name stays with who had it first, though a later row brings somebody nameless with it', () => {
  const wechat = { kind: 'wechat' as const, value: 'wx2', entered: 'wx2' }
  const rows = [
    record({ company: 'ACME Ltd', externalIds: [{ scheme: 'okki', value: '1' }] }),
    { ...record({ company: 'ACME Ltd', name: 'Ana Lagos', optOut: true }), handles: [wechat] },
    { ...record({ optOut: true }), handles: [wechat] },
    { ...record({ externalIds: [{ scheme: 'okki', value: '1' }] }), handles: [wechat] },
  ]
  const notebook = new PlainNotebook()
  notebook.apply(planFile(notebook, rows).changes)
  expect(notebook.all('people').map(({ fullName }) => fullName)).toEqual(['Ana Lagos', ''])
  const again = planFile(notebook, rows)
  expect([again.changes, tally(again.rows)]).toEqual([[], { same: 4 }])
})

test('a page that is named by an address keeps that name where the row’s own is blank', () => {
  const notebook = new PlainNotebook()
  notebook.apply(planFile(notebook, [record({ email: 'kim@hanok.example' })]).changes)
  notebook.apply(planFile(notebook, [record({ email: 'kim@hanok.example', name: '' })]).changes)
  expect(notebook.all('customers').map(({ name }) => name)).toEqual(['kim@hanok.example'])
})

test('what a person has deleted since does not come back by reading the same file again', () => {
  const notebook = new PlainNotebook()
  const rows = [record({ name: 'Ana Lagos', email: 'ana@gmail.com', title: 'Buyer' })]
  notebook.apply(planFile(notebook, rows).changes)
  const [ana] = notebook.all('people')
  if (ana === undefined) throw new Error('nobody')
  const { title: _title, ...without } = ana
  notebook.apply([{ table: 'people', id: ana.id, before: { title: 'Buyer' }, after: { ...without, rev: 2 } }])
  const again = planFile(notebook, rows)
  expect([again.changes, tally(again.rows)]).toEqual([[], { same: 1 }])
})

test('an address of two customers that are known not to be the same is left to the person, unless a name tells', () => {
  const notebook = new PlainNotebook()
  const phone = '+46855501001'
  notebook.apply(planFile(notebook, [record({ name: 'Anna Berg', company: 'Alfa', phone })]).changes)
  notebook.apply(
    planFile(notebook, [record({ name: 'Bo Lind', company: 'Beta', phone })], { duplicates: 'new' }).changes,
  )
  const row = [record({ phone, title: 'Buyer' })]
  expect(planFile(notebook, row).rows).toMatchObject([{ outcome: 'same' }])
  const [alfa, beta] = notebook.all('customers')
  notebook.apply([
    createChange(
      'distinctions',
      { id: '0199f000-0000-7000-8000-000000000090', aId: alfa?.id ?? '', bId: beta?.id ?? '' },
      1,
    ),
  ])
  expect(planFile(notebook, row).rows).toMatchObject([{ outcome: 'duplicate', reason: 'knownDistinct' }])
  const named = [record({ name: 'Bo Lind', phone, title: 'Buyer' })]
  expect(planFile(notebook, named).rows).toMatchObject([{ outcome: 'update', knownId: beta?.id }])
})

describe('a chat, which gives nothing but a name', () => {
  const message = (text: string): Row => ({
    name: 'Ana Lagos',
    externalIds: [{ scheme: 'whatsapp-chat', value: 'Ana Lagos' }],
    interaction: { kind: 'message', direction: 'in', carrier: 'whatsapp', at: 5, text },
  })
  const known: Row = { name: 'Ana Lagos', company: 'Araucaria SpA', email: 'ana@gmail.com' }

  test('makes one page, however many messages it has', () => {
    const { before, outcomes } = second([message('a'), message('b')], [message('b'), message('c')])
    expect(before).toMatchObject({ customers: 1, people: 1, interactions: 2 })
    expect(outcomes).toEqual(['same', 'update'])
  })

  test('is held back while somebody of that name is known, and joins them on a word', () => {
    const held = second([known], [message('a'), message('b')])
    expect(held.rows.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['duplicate', 'sameName'],
      ['duplicate', 'sameName'],
    ])
    const merged = second([known], [message('a'), message('b')], { duplicates: 'merge' })
    expect(merged.outcomes).toEqual(['update', 'update'])
    expect(merged.notebook.counts()).toMatchObject({ customers: 1, people: 1, interactions: 2 })
    expect(merged.notebook.all('interactions')[0]).toMatchObject({
      kind: 'message',
      direction: 'in',
      carrier: 'whatsapp',
      text: 'a',
    })
  })

  test('of a name that two people bear is somebody new', () => {
    const other: Row = { ...known, company: 'Bosque SA', email: 'ana.lagos@outlook.com' }
    expect(second([known, other], [message('a')]).outcomes).toEqual(['new'])
  })
})
