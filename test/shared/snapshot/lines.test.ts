import { expect, test } from 'vitest'
import { parseLine, recordLine } from '#shared/snapshot/lines'
import { parseSafeJson } from '#shared/snapshot/safeJson'
import { isSnapshotId, snapshotFileName, snapshotId, snapshotIdOf } from '#shared/snapshot/snapshotName'
import { AT, idOf, oneLogLine, product } from '../../support/snapshotFiles'

test('a record comes back as it was written, unknown columns and odd text included', () => {
  const record = {
    ...product(1, 'Lone \ud800 surrogate, "quotes", 拾光 and \u2028'),
    extra: { constructor: 'Pérez', toString: 'x', 'Some column': '' },
  }
  const line = recordLine('products', record)
  expect(parseLine(line.trimEnd())).toEqual({ kind: 'record', table: 'products', record })
  expect(line.indexOf('\n')).toBe(line.length - 1)
})

test('keys that reach a prototype are dropped, however they are spelled', () => {
  for (const key of ['__proto__', '\\u005f\\u005fproto__']) {
    const parsed = parseSafeJson(`{"a":{"${key}":{"polluted":true}},"b":1}`) as Record<string, object>
    expect(Object.keys(parsed.a ?? {})).toEqual([])
    expect((parsed.a as { polluted?: boolean }).polluted).toBeUndefined()
  }
  expect(parseSafeJson('{"constructor":{"prototype":{"x":1}},"prototype":[1]}')).toEqual({})
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

test('a line of the change log is checked as well', () => {
  expect(parseLine(oneLogLine(3).trimEnd())).toMatchObject({ kind: 'log', row: { seq: 3 } })
  const { id } = product(1)
  expect(parseLine(`{"t":"changeLog","r":{"id":"${id}","seq":"3"}}`)).toEqual({
    kind: 'bad',
    table: 'changeLog',
    id,
  })
})

test('what is no line at all is no line', () => {
  for (const text of [
    '',
    'null',
    '[]',
    '{"t":1,"r":{}}',
    '{"t":"products"}',
    '{"t":"products","r":[]}',
    '{',
  ]) {
    expect(parseLine(text)).toBeUndefined()
  }
  expect(parseLine('{"t":"__proto__","r":{}}')).toEqual({ kind: 'bad', table: 'unknown', id: '' })
})

test('names sort like generation, sequence and time, and nothing else is a name', () => {
  const first = snapshotId({ generation: 1, lastSeq: 123, createdAt: AT, reason: 'quit' })
  expect(first).toBe('snapshot-g0001-s000000000123-20251119t100000000z')
  const later = [
    snapshotId({ generation: 1, lastSeq: 123, createdAt: AT + 1, reason: 'quit' }),
    snapshotId({ generation: 1, lastSeq: 1_000, createdAt: AT - 1, reason: 'quit' }),
    snapshotId({ generation: 2, lastSeq: 1, createdAt: AT - 1, reason: 'quit' }),
  ]
  expect([...later, first].sort()).toEqual([first, ...later])
  expect(snapshotIdOf(snapshotFileName(first))).toBe(first)
  for (const createdAt of [0, -1, 8.64e15, -8.64e15]) {
    expect(isSnapshotId(snapshotId({ generation: 1, lastSeq: 0, createdAt, reason: 'opened' }))).toBe(true)
  }
  for (const name of [
    '../../etc/passwd',
    'snapshot-g0001-s000000000123-20251119t100000000z/..',
    idOf(1),
    '',
  ]) {
    expect(isSnapshotId(name)).toBe(false)
  }
})
