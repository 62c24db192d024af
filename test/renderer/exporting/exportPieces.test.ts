import { expect, test } from 'vitest'
import type { ExportPart } from '#shared/exporting/exportFile'
import { exportPieces } from '../../../renderer/workers/exportPieces'

const decoded = (part: ExportPart) =>
  exportPieces(part).map((piece) => JSON.parse(new TextDecoder().decode(piece)) as ExportPart[])

test('a small part is one piece, and an empty one is one too', () => {
  const part: ExportPart = { kind: 'rows', sheet: 1, rows: [['Ana', null], ['王 "quoted"\n']] }
  const agenda: ExportPart = {
    kind: 'agenda',
    items: [{ uid: 'a', on: '2026-12-01', summary: 's', description: '', sequence: 0 }],
  }
  expect([decoded(part), decoded(agenda), decoded({ kind: 'cards', cards: [] })]).toEqual([
    [[part]],
    [[agenda]],
    [[{ kind: 'cards', cards: [] }]],
  ])
})

test('many rows and long texts become several pieces with the same rows in their order', () => {
  const many: ExportPart = {
    kind: 'rows',
    sheet: 0,
    rows: Array.from({ length: 12_000 }, (_, at) => [`${at}`]),
  }
  const long: ExportPart = {
    kind: 'rows',
    sheet: 0,
    rows: Array.from({ length: 300 }, (_, at) => [`${at}`.padEnd(20_000, 'x')]),
  }
  for (const part of [many, long]) {
    const pieces = decoded(part)
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces.flat().flatMap((piece) => (piece.kind === 'rows' ? piece.rows : []))).toEqual(part.rows)
  }
  expect(Math.max(...exportPieces(long).map((piece) => piece.length))).toBeLessThan(3 * 1024 * 1024)
})
