import { expect, test } from 'vitest'
import type { ImportRecord } from '#shared/importing/importRecord'
import type { OverwriteRules } from '#shared/importing/overwriteRules'
import { PlainNotebook, planFile } from './planning'

const FIRST = 1_790_000_000_000
const LATER = FIRST + 86_400_000

function row(fields: Partial<ImportRecord> & { readonly title?: string }): ImportRecord {
  const { title, ...rest } = fields
  return {
    row: 0,
    person: { fullName: 'Ana Lagos', ...(title === undefined ? {} : { title }) },
    handles: [{ kind: 'email', value: 'ana@acme.example', entered: 'ana@acme.example' }],
    extra: {},
    ...rest,
  }
}

/** A notebook that knows Ana as a buyer, and what a file of these rows makes of her. */
function afterwards(rows: readonly ImportRecord[], rules: OverwriteRules, at = LATER) {
  const notebook = new PlainNotebook()
  notebook.apply(
    planFile(notebook, [row({ title: 'Buyer', extra: { Credit: '10k' } })], { at: FIRST }).changes,
  )
  const planned = planFile(notebook, rows, { rules, at })
  notebook.apply(planned.changes)
  const [person] = notebook.all('people')
  return { notebook, person, planned }
}

test('without a rule what stands there stays', () => {
  const { person, planned } = afterwards([row({ title: 'Owner' })], {})
  expect(person?.title).toBe('Buyer')
  expect(planned.rows.map(({ outcome }) => outcome)).toEqual(['same'])
})

test('the word of the file counts where the person says so, and the row says what gives way', () => {
  const { person, planned } = afterwards([row({ title: 'Owner' })], { 'person.title': 'overwrite' })
  expect(person?.title).toBe('Owner')
  expect(planned.rows).toMatchObject([{ outcome: 'update', adds: 0, replaces: 1 << 1 }])
})

test('a blank cell erases nothing under any rule', () => {
  for (const rule of ['overwrite', 'append', 'newest'] as const) {
    const { person } = afterwards([row({ note: 'no title here', updatedAt: '2030-01-01' })], {
      'person.title': rule,
    })
    expect(person?.title).toBe('Buyer')
  }
})

test('of several rows the last one counts, and the same file again changes nothing', () => {
  const file = [row({ title: 'Owner' }), row({ title: 'Director' }), row({ title: 'Buyer', note: 'third' })]
  const rules = { 'person.title': 'overwrite' } as const
  const { notebook, person } = afterwards(file, rules)
  expect(person?.title).toBe('Buyer')
  expect(planFile(notebook, file, { rules, at: LATER + 1 }).changes).toEqual([])
})

test('a file that was taken in already is heard again when a column of it gets a rule', () => {
  const { notebook } = afterwards([row({ title: 'Owner', note: 'met at the fair' })], {})
  const again = planFile(notebook, [row({ title: 'Owner', note: 'met at the fair' })], {
    rules: { 'person.title': 'overwrite' },
  })
  notebook.apply(again.changes)
  expect(notebook.all('people')[0]?.title).toBe('Owner')
  expect(again.changes).toHaveLength(1)
})

test('two values stand side by side, each once', () => {
  const rules = { 'person.title': 'append', 'extra:credit': 'append' } as const
  const file = [
    row({ title: 'Owner', extra: { Credit: '20k' } }),
    row({ title: 'Buyer', extra: { Credit: '20k' } }),
  ]
  const { notebook, person } = afterwards(file, rules)
  expect(person?.title).toBe('Buyer / Owner')
  expect(person?.extra).toEqual({ Credit: '10k\n20k' })
  expect(planFile(notebook, file, { rules }).changes).toEqual([])
})

test('the newer of both counts: a row that the source changed after we wrote the page', () => {
  const rules = { 'person.title': 'newest' } as const
  const older = afterwards([row({ title: 'Owner', updatedAt: FIRST - 1 })], rules)
  expect(older.person?.title).toBe('Buyer')
  const newer = afterwards(
    [row({ title: 'Owner', updatedAt: FIRST + 2 }), row({ title: 'Clerk', updatedAt: FIRST + 1 })],
    rules,
  )
  expect(newer.person?.title).toBe('Owner')
  const undated = afterwards([row({ title: 'Owner' })], rules)
  expect(undated.person?.title).toBe('Buyer')
})

test('a column for new pages leaves the pages alone that are there, empty fields included', () => {
  const rules = { 'person.title': 'skip', 'person.salutation': 'skip' } as const
  const known = row({ person: { fullName: 'Ana Lagos', title: 'Owner', salutation: 'Ms' } })
  const stranger = {
    ...known,
    person: { fullName: 'Bo Lind', title: 'Clerk' },
    handles: [{ kind: 'email' as const, value: 'bo@else.example', entered: 'bo@else.example' }],
  }
  const { notebook } = afterwards([known, stranger], rules)
  expect(notebook.all('people').map(({ title, salutation }) => [title, salutation])).toEqual([
    ['Buyer', undefined],
    ['Clerk', undefined],
  ])
})

test('undo brings back what gave way', () => {
  const notebook = new PlainNotebook()
  notebook.apply(planFile(notebook, [row({ title: 'Buyer', grade: 'B' })], { at: FIRST }).changes)
  const before = notebook.canonical()
  const file = [row({ title: 'Owner', grade: 'A' })]
  const { changes } = planFile(notebook, file, { rules: { 'person.title': 'overwrite', grade: 'overwrite' } })
  notebook.apply(changes)
  expect(notebook.all('customers')[0]?.grade).toBe('A')
  notebook.takeBack(changes)
  expect(notebook.canonical()).toEqual(before)
})

test('a grade that is none of ours never takes the place of one', () => {
  const notebook = new PlainNotebook()
  notebook.apply(planFile(notebook, [row({ grade: 'B' })], { at: FIRST }).changes)
  const file = [row({ grade: 'A', note: 'one' }), row({ grade: 'Hot', note: 'two' })]
  notebook.apply(planFile(notebook, file, { rules: { grade: 'overwrite' } }).changes)
  expect(notebook.all('customers')[0]?.grade).toBe('A')
})
