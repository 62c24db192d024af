import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addField,
  bringBackField,
  changeKind,
  moveField,
  nameKey,
  optionsLine,
  optionsOfLine,
  renameField,
  retireField,
  setOptions,
  showInBrief,
} from '#shared/ownFields/declareFields'
import { fitsKind, OWN_KINDS, type OwnField, shownFields, withValue } from '#shared/ownFields/ownField'
import { settingsSchema } from '#shared/records/settings'
import { testId } from '../changes/memoryNotebook'

const colour: OwnField = {
  id: testId(1),
  table: 'customers',
  name: 'Colour',
  kind: 'choice',
  options: ['sand'],
}
const pallets: OwnField = { id: testId(2), table: 'customers', name: 'Pallets', kind: 'number' }
const hobby: OwnField = { id: testId(3), table: 'people', name: 'Hobby', kind: 'text' }
const fields = [colour, pallets, hobby]
const ids = (list: readonly OwnField[]) => list.map(({ id }) => id)

describe('declaring own fields', () => {
  test('a field is added in the last place, with options only where there is something to choose', () => {
    const port = { id: testId(4), table: 'customers', name: ' Port ', kind: 'text', options: ['x'] } as const
    expect(addField(fields, port, [])).toEqual({
      ok: true,
      value: [...fields, { id: testId(4), table: 'customers', name: 'Port', kind: 'text' }],
    })
    const size = { ...port, name: 'Size', kind: 'choice', options: ['S', ' S', '', 'L'] } as const
    expect(addField([], size, [])).toEqual({
      ok: true,
      value: [{ id: testId(4), table: 'customers', name: 'Size', kind: 'choice', options: ['S', 'L'] }],
    })
  })

  test.each([
    ['  ', 'text', 'field.noName'],
    ['COLOUR', 'text', 'field.nameTaken'],
    [' - ', 'text', 'field.noName'],
    ['ｃｏｌｏｕｒ', 'text', 'field.nameTaken'],
    ['grade', 'text', 'field.nameTaken'],
    ['Size', 'choice', 'field.noOptions'],
  ] as const)('%j as %s is refused: %s', (name, kind, code) => {
    const field = { id: testId(4), table: 'people', name, kind, options: [] } as const
    expect(addField(fields, field, ['Grade'])).toEqual({ ok: false, error: { code } })
  })

  test('a field may be called as it is called, and not as another', () => {
    expect(renameField(fields, colour.id, 'colour', [])).toEqual({
      ok: true,
      value: [{ ...colour, name: 'colour' }, pallets, hobby],
    })
    expect(renameField(fields, colour.id, 'hobby', [])).toMatchObject({
      ok: false,
      error: { code: 'field.nameTaken' },
    })
  })

  test('retired and brought back it is what it was, in its place', () => {
    const retired = retireField(fields, colour.id, 5)
    expect(retired[0]).toEqual({ ...colour, retiredAt: 5 })
    expect(bringBackField(retired, colour.id)).toEqual(fields)
  })

  test('moving passes over other tables and retired fields, and ends at the ends', () => {
    const mixed = [colour, hobby, { ...pallets, id: testId(9), name: 'Old', retiredAt: 1 }, pallets]
    expect(ids(moveField(mixed, pallets.id, -1))).toEqual([pallets.id, hobby.id, testId(9), colour.id])
    expect(moveField(mixed, colour.id, -1)).toEqual(mixed)
    expect(moveField(mixed, hobby.id, 1)).toEqual(mixed)
  })

  test('a kind changes only while every value can stay as it is kept', () => {
    expect(changeKind(fields, pallets.id, 'text', [4, 5])).toMatchObject({ ok: true })
    expect(changeKind(fields, hobby.id, 'number', ['4', 'golf'])).toEqual({
      ok: false,
      error: { code: 'field.valuesDontFit', params: { count: 2 } },
    })
    expect(changeKind(fields, hobby.id, 'date', ['2026-11-29'])).toMatchObject({ ok: true })
    expect(changeKind(fields, hobby.id, 'choice', ['golf', 'chess', 'golf'])).toEqual({
      ok: true,
      value: [colour, pallets, { ...hobby, kind: 'choice', options: ['golf', 'chess'] }],
    })
    expect(changeKind(fields, hobby.id, 'choice', [])).toMatchObject({ error: { code: 'field.noOptions' } })
  })

  test('options are written as one line and read back', () => {
    expect(optionsOfLine(' sand ; slate；sand;')).toEqual(['sand', 'slate'])
    expect(optionsOfLine(optionsLine(['a, b', 'c']))).toEqual(['a, b', 'c'])
    expect(setOptions(fields, colour.id, [' '])).toMatchObject({ error: { code: 'field.noOptions' } })
  })

  test('whatever is done, no field is lost and the settings stay valid', () => {
    const act = fc.record({
      what: fc.constantFrom('add', 'rename', 'retire', 'back', 'up', 'down', 'brief', 'kind', 'options'),
      field: fc.nat(5),
      name: fc.string({ maxLength: 30 }),
      kind: fc.constantFrom(...OWN_KINDS),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let now: OwnField[] = fields
        for (const [step, { what, field, name, kind }] of acts.entries()) {
          const id = now[field % now.length]?.id ?? ''
          const before = new Set(ids(now))
          const done = {
            add: () =>
              addField(now, { id: testId(100 + step), table: 'people', name, kind, options: [name] }, []),
            rename: () => renameField(now, id, name, []),
            retire: () => ({ ok: true as const, value: retireField(now, id, step) }),
            back: () => ({ ok: true as const, value: bringBackField(now, id) }),
            up: () => ({ ok: true as const, value: moveField(now, id, -1) }),
            down: () => ({ ok: true as const, value: moveField(now, id, 1) }),
            brief: () => ({ ok: true as const, value: showInBrief(now, id, step % 2 === 0) }),
            kind: () => changeKind(now, id, kind, []),
            options: () => setOptions(now, id, [name]),
          }[what as 'add']()
          if (done.ok) now = done.value
          for (const known of before) expect(ids(now)).toContain(known)
        }
        const keys = now.map(({ name }) => nameKey(name))
        expect(new Set(keys).size).toBe(now.length)
        expect(settingsSchema.shape.customFields.safeParse(now).success).toBe(true)
      }),
    )
  })
})

describe('values', () => {
  test('a retired field is shown only where it has a value, behind the others', () => {
    const retired = [{ ...colour, retiredAt: 1 }, pallets, hobby]
    expect(ids(shownFields(retired, 'customers', undefined))).toEqual([pallets.id])
    expect(ids(shownFields(retired, 'customers', { [colour.id]: 'sand' }))).toEqual([pallets.id, colour.id])
  })

  test('setting and taking off leaves the others alone, and nothing as nothing', () => {
    expect(withValue({ a: 1 }, 'b', false)).toEqual({ a: 1, b: false })
    expect(withValue({ a: 1, b: false }, 'b', undefined)).toEqual({ a: 1 })
    expect(withValue({ a: 1 }, 'a', undefined)).toBeUndefined()
  })

  test('no kind but text takes the values of another; a choice takes any words', () => {
    const values = ['golf', 4, true, '2026-02-29', '2026-02-28'] as const
    const fitting = (kind: (typeof OWN_KINDS)[number]) => values.filter((value) => fitsKind(kind, value))
    expect(fitting('text')).toEqual(['golf', 4, '2026-02-29', '2026-02-28'])
    expect(fitting('number')).toEqual([4])
    expect(fitting('date')).toEqual(['2026-02-28'])
    expect(fitting('choice')).toEqual(['golf', '2026-02-29', '2026-02-28'])
    expect(fitting('yesNo')).toEqual([true])
  })
})
