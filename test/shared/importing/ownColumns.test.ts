import { describe, expect, test } from 'vitest'
import { mappingOf, overridesOf } from '#shared/importing/mappings'
import { rulesInForce } from '#shared/importing/overwriteRules'
import { readTable } from '#shared/importing/readTable'
import { ownTarget } from '#shared/importing/targets'
import type { OwnField } from '#shared/ownFields/ownField'
import { testId } from '../changes/memoryNotebook'
import { PlainNotebook, planFile } from './plan/planning'

const colour: OwnField = {
  id: testId(1),
  table: 'customers',
  name: 'Colour',
  kind: 'choice',
  options: ['Sand', 'Slate'],
}
const pallets: OwnField = { id: testId(2), table: 'customers', name: 'Pallets', kind: 'number' }
const founded: OwnField = { id: testId(3), table: 'customers', name: 'Founded', kind: 'date' }
const hobby: OwnField = { id: testId(4), table: 'people', name: 'Hobby', kind: 'text' }
const own = [colour, pallets, founded, hobby]
const target = (field: OwnField) => ownTarget(field)

const header = ['Company', 'Name', 'Email', 'colour', 'Pallets', 'Founded', 'Hobby']
const grid = (...rows: string[][]) => ({ rows: [header, ...rows] })
const ana = ['ACME', 'Ana Lagos', 'a@acme.example', 'sand', '1.250,5', '31/12/2001', 'Chess']
const read = (...rows: string[][]) => readTable(grid(...rows), {}, { own })

describe('columns of own fields', () => {
  test('a column that is called as a field is that field, and is read by its kind and by its column', () => {
    const { columns, records, decisions } = read(ana)
    expect(columns.slice(3).map((column) => column.target)).toEqual(own.map(target))
    expect(records[0]?.own?.map(({ value }) => value)).toEqual(['Sand', 1250.5, '2001-12-31', 'Chess'])
    expect(records[0]?.extra).toEqual({})
    const asked = decisions.map(({ what, column, chosen }) => [what, column, chosen])
    expect(asked).toContainEqual(['decimalMark', 4, ','])
    expect(asked).toContainEqual(['dateOrder', 5, 'dmy'])
  })

  test('what does not fit is kept under its heading, and said', () => {
    const { records, warnings } = read(['ACME', 'Ana', 'a@acme.example', 'red', 'many', '31/12/2001', ''])
    expect(records[0]?.extra).toEqual({ colour: 'red', Pallets: 'many' })
    expect(warnings.filter(({ code }) => code === 'import.warn.ownUnfit')).toHaveLength(2)
  })

  test('a choice of the person goes before the name, and a retired field is no place any more', () => {
    const chosen = { own: [pallets], columns: { 3: ownTarget(pallets) ?? 'none', 4: 'none' } } as const
    expect(readTable(grid(ana), {}, chosen).columns[3]).toMatchObject({
      target: target(pallets),
      why: 'person',
    })
    const retired = {
      own: [{ ...colour, retiredAt: 1 }],
      columns: { 3: ownTarget(colour) ?? 'none' },
    } as const
    const { columns, records } = readTable(grid(ana), {}, retired)
    expect(columns[3]).toMatchObject({ target: 'extra', why: 'none' })
    expect(records[0]?.extra.colour).toBe('sand')
  })

  test('the choice and its rule are remembered with the mapping', () => {
    const columns = { 6: ownTarget(colour) ?? 'none' } as const
    const reading = readTable(grid(ana), {}, { own, columns })
    const file = { ...reading, fingerprint: 'a'.repeat(40) }
    const rules = { [target(colour) ?? '']: 'overwrite', [target(pallets) ?? '']: 'append' } as const
    expect(rulesInForce(rules, reading)).toEqual({ [target(colour) ?? '']: 'overwrite' })
    const mapping = mappingOf(file, { columns }, { rules })
    const kept = { ...mapping, id: testId(9), usedAt: 0 } as Parameters<typeof overridesOf>[0]
    expect(overridesOf(kept, reading).overrides.columns).toEqual(columns)
    expect(mapping?.rules).toEqual({ [target(colour) ?? '']: 'overwrite' })
  })
})

describe('taking own fields in', () => {
  const take = (notebook: PlainNotebook, rows: string[][], rules = {}) => {
    const planned = planFile(notebook, read(...rows).records, { rules })
    notebook.apply(planned.changes)
    return planned.changes
  }
  const custom = (notebook: PlainNotebook) => notebook.all('customers')[0]?.custom

  test('they go to the page and to its person; the same file again changes nothing', () => {
    const notebook = new PlainNotebook()
    take(notebook, [ana])
    expect(custom(notebook)).toEqual({
      [colour.id]: 'Sand',
      [pallets.id]: 1250.5,
      [founded.id]: '2001-12-31',
    })
    expect(notebook.all('people')[0]?.custom).toEqual({ [hobby.id]: 'Chess' })
    expect(take(notebook, [ana])).toEqual([])
  })

  test('what the page says stays, unless the column has a rule; undo brings it back', () => {
    const notebook = new PlainNotebook()
    take(notebook, [ana])
    const later = ['ACME', 'Ana Lagos', 'a@acme.example', 'slate', '7', '31/12/2001', 'Golf']
    take(notebook, [later])
    expect(custom(notebook)?.[colour.id]).toBe('Sand')
    const before = notebook.canonical()
    const changes = take(notebook, [later], { [target(colour) ?? '']: 'overwrite' })
    expect(custom(notebook)).toMatchObject({ [colour.id]: 'Slate', [pallets.id]: 1250.5 })
    notebook.takeBack(changes)
    expect(notebook.canonical()).toEqual(before)
  })

  test('a row that names nobody keeps what belongs to a person with the page', () => {
    const notebook = new PlainNotebook()
    take(notebook, [['ACME', '', '', 'sand', '', '', 'Chess']])
    expect(notebook.all('customers')[0]).toMatchObject({
      custom: { [colour.id]: 'Sand' },
      extra: { Hobby: 'Chess' },
    })
  })
})
