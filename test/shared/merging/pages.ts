import fc from 'fast-check'
import { createChange, type NewRecord } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import { type FieldChoices, proposeChoices } from '#shared/merging/joinFields'
import { isLater } from '#shared/merging/laterRecords'
import { mergeChanges, type Page } from '#shared/merging/mergeChanges'
import { peopleOf } from '#shared/merging/mergeSeries'
import { CUSTOMER_FIELDS, type PageRecord } from '#shared/merging/references'
import { samePeople } from '#shared/merging/samePeople'
import { unmergeChanges } from '#shared/merging/unmergeChanges'
import type { Merge } from '#shared/records/merge'
import { type MemoryNotebook, testId } from '../changes/memoryNotebook'

export const CUSTOMERS = [1, 2, 3].map(testId)
/** A customer that is never merged: what ties the others to it must follow them. */
export const BYSTANDER = testId(9)
const PLAN = testId(70)
const FAIRS = [testId(81), testId(82), testId(83)]

const handle = fc.constantFrom(
  { kind: 'email' as const, value: 'anna@nordlund.example', entered: 'Anna@Nordlund.example' },
  { kind: 'email' as const, value: 'info@nordlund.example', entered: 'info@nordlund.example' },
  { kind: 'phone' as const, value: '+46855501001', entered: '08-555 010 01', preferred: true },
  { kind: 'wechat' as const, value: 'anna-n', entered: 'anna-n' },
)
const handles = fc.uniqueArray(handle, { selector: (each) => each.value, maxLength: 3 })
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const word = fc.constantFrom('Nordlund', 'Nordlund Hem', '诺德伦', 'Hem AB')
const externalIds = fc.uniqueArray(
  fc.constantFrom({ scheme: 'hubspot', value: '1' }, { scheme: 'hubspot', value: '2' }),
  { maxLength: 2 },
)

const customer = fc.record({
  name: word,
  latinName: optional(word),
  country: optional(fc.constantFrom('SE', 'CN')),
  city: optional(fc.constantFrom('Malmö', 'Lund')),
  website: optional(fc.constantFrom('nordlund.example', 'hem.example')),
  stage: fc.constantFrom('lead' as const, 'quote' as const),
  grade: optional(fc.constantFrom('A' as const, 'C' as const)),
  handles,
  tags: fc.uniqueArray(fc.constantFrom('bamboo', 'bowls', 'vip'), { maxLength: 3 }),
  sourceTouchpointId: optional(fc.constantFrom(...FAIRS)),
  externalIds: optional(externalIds),
  extra: optional(
    fc.dictionary(fc.constantFrom('size', 'note'), fc.constantFrom('small', 'big'), { maxKeys: 2 }),
  ),
})
const person = fc.record({
  fullName: fc.constantFrom('Anna Nordlund', 'Nordlund Anna', 'Erik Hem'),
  title: optional(fc.constantFrom('Buyer', 'CEO')),
  handles,
})

/** What one of the three pages holds. */
const page = fc.record({
  customer,
  people: fc.array(person, { maxLength: 2 }),
  talks: fc.array(fc.record({ named: fc.boolean(), fair: fc.constantFrom(...FAIRS) }), { maxLength: 3 }),
  hasPlan: fc.boolean(),
  startsOn: fc.constantFrom('2026-10-01', '2026-10-02'),
  tiedTo: fc.constantFrom('none', 'bystander', 'next'),
})
export const notebooks = fc.tuple(page, page, page)
type Pages = typeof notebooks extends fc.Arbitrary<infer T> ? T : never

/** Writes the three pages, a bystander and what ties them into a notebook, with ids that follow from their places. */
export function writePages(notebook: MemoryNotebook, pages: Pages): void {
  const at = notebook.now + 1
  const changes: Change[] = [
    createChange('customers', { id: BYSTANDER, name: 'Bystander', handles: [], stage: 'lead', tags: [] }, at),
  ]
  for (const [index, each] of pages.entries()) {
    const id = CUSTOMERS[index] ?? ''
    const own = (place: number) => testId(1000 * (index + 1) + place)
    const people = each.people.map((_, place) => own(place))
    changes.push(createChange('customers', { ...each.customer, id } as NewRecord<'customers'>, at))
    for (const [place, one] of each.people.entries())
      changes.push(
        createChange('people', { ...one, id: own(place), customerId: id } as NewRecord<'people'>, at),
      )
    for (const [place, talk] of each.talks.entries()) {
      const interaction: NewRecord<'interactions'> = {
        id: own(100 + place),
        customerId: id,
        personIds: talk.named ? people : [],
        kind: 'met',
        direction: 'both',
        at: at - place,
        touchpointId: talk.fair,
        text: `talk ${index}.${place}`,
      }
      changes.push(createChange('interactions', interaction, at))
    }
    if (each.hasPlan) {
      const enrolment = { id: own(200), planId: PLAN, customerId: id, startsOn: each.startsOn }
      changes.push(createChange('enrolments', { ...enrolment, personId: people[0] }, at))
    }
    if (each.tiedTo !== 'none') {
      const toId = each.tiedTo === 'next' ? (CUSTOMERS[(index + 1) % 3] ?? '') : BYSTANDER
      changes.push(createChange('relations', { id: own(300), fromId: id, toId, kind: 'agent' }, at))
    }
  }
  notebook.commit(changes)
}

/** A page as a merge reads it. */
export function pageOf(notebook: MemoryNotebook, id: string): Page {
  const found = notebook.get('customers', id)
  if (found === undefined) throw new Error(`no customer ${id}`)
  const names = ({ table, record }: PageRecord) =>
    (CUSTOMER_FIELDS[table] ?? []).some((field) => record[field] === id)
  return {
    customer: found,
    records: notebook.all().filter((each) => each.record.deletedAt === undefined && names(each)),
  }
}

/** Merges one page into another with the people that are the same, and the usual choices unless given. */
export function merge(
  notebook: MemoryNotebook,
  winnerId: string,
  loserId: string,
  choices?: FieldChoices,
): string {
  const [winner, loser] = [pageOf(notebook, winnerId), pageOf(notebook, loserId)]
  const id = testId(500_000 + notebook.all().length)
  const built = mergeChanges(
    {
      id,
      winner,
      loser,
      choices: choices ?? proposeChoices(winner.customer, loser.customer),
      people: samePeople(peopleOf(winner), peopleOf(loser), winner.customer.country),
      plans: [{ id: PLAN, planKey: 'fairWelcome' }],
    },
    notebook.now + 1,
  )
  if (!built.ok) throw new Error(built.error.code)
  notebook.commit(built.value, { origin: 'merge' })
  return id
}

/** Takes a merge apart; `given` are ids of records written down since that go to the loser. */
export function unmerge(notebook: MemoryNotebook, mergeId: string, given: readonly string[] = []): void {
  const known = required(notebook.get('merges', mergeId))
  const all = notebook.all()
  const built = unmergeChanges(
    {
      merge: known,
      winner: required(notebook.get('customers', known.winnerId)),
      loser: required(notebook.get('customers', known.loserId)),
      later: laterMerges(notebook, known),
      records: all,
      given: all.filter(({ record }) => given.includes(record.id)),
    },
    notebook.now + 1,
  )
  if (!built.ok) throw new Error(built.error.code)
  notebook.commit(built.value, { origin: 'merge' })
}

/** The standing merges into the same winner after one, oldest first. */
export function laterMerges(notebook: MemoryNotebook, known: Merge): Merge[] {
  return notebook
    .all()
    .filter(({ table, record }) => table === 'merges' && record.deletedAt === undefined)
    .map(({ record }) => record as unknown as Merge)
    .filter((each) => each.winnerId === known.winnerId && each.unmergedAt === undefined)
    .filter((each) => isLater(each, known))
    .sort((a, b) => (isLater(a, b) ? 1 : -1))
}

/** What a person sees of customers, the memory of merges apart. */
export function domainOf(notebook: MemoryNotebook): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(notebook.canonical()).filter(([key]) => !key.startsWith('merges/')),
  )
}

export function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing record')
  return value
}
