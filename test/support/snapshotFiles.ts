import type { LooseRecord } from '#shared/changes/changeSet'
import type { SnapshotHeader, SnapshotSummary } from '#shared/snapshot/format'
import { logLine, recordLine } from '#shared/snapshot/lines'
import { snapshotBytes } from '../../electron/backup/snapshotBytes'

export const NOTEBOOK_ID = '0190b6f2-7b1c-7c33-8f5e-0a1b2c3d4e5f'
export const AT = 1_763_546_400_000

export const HEADER: SnapshotHeader = {
  app: '0.1.0',
  schema: 1,
  notebookId: NOTEBOOK_ID,
  generation: 1,
  createdAt: AT,
  reason: 'manual',
  attachments: 'beside',
}

/** A UUIDv7 that counts up. */
export function idOf(number: number): string {
  return `0190b6f2-7b1c-7c33-8f5e-${number.toString(16).padStart(12, '0')}`
}

export function product(number: number, name = `Bamboo lid ${number}`): LooseRecord {
  return {
    id: idOf(number),
    schema: 1,
    rev: 1,
    createdAt: AT,
    updatedAt: AT,
    origin: 'person',
    name,
  }
}

export function productLines(from: number, count: number): string {
  return Array.from({ length: count }, (_, index) => recordLine('products', product(from + index))).join('')
}

export function oneLogLine(seq: number): string {
  return logLine({
    key: `${String(seq).padStart(12, '0')}-000000`,
    recordIds: [],
    seq,
    id: idOf(1_000_000 + seq),
    label: { key: 'change.lead', params: { name: 'Bếp Xanh' } },
    origin: 'person',
    deviceId: NOTEBOOK_ID,
    at: AT,
    changes: [{ table: 'products', id: idOf(seq), fingerprint: 'abc' }],
  })
}

export function summaryOf(products: number, logRows = 0): SnapshotSummary {
  return {
    lastSeq: products,
    counts: { products: { rows: products, live: products } },
    logRows,
    lines: products + logRows,
  }
}

export async function* pieces(...texts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield typeof text === 'string' ? Buffer.from(text) : text
}

export async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A whole file with three frames of rows. */
export function threeFrameFile(header: SnapshotHeader = HEADER): Promise<Buffer> {
  const content = pieces(productLines(1, 4), productLines(5, 4), oneLogLine(1))
  return collect(snapshotBytes(header, content, () => summaryOf(8, 1)))
}

/** The places at which the parts of a file begin, its end included: header, frames, footer. */
export function edgesOf(file: Buffer): number[] {
  const edges = [0, 8, 10, 14, 14 + file.readUInt32LE(10)]
  let at = 14 + file.readUInt32LE(10) + 16
  while (at < file.length - 4) {
    const length = file.readUInt32LE(at + 1)
    edges.push(at, at + 1, at + 5, at + 5 + length)
    at += 5 + length + 16
  }
  return [...edges, at, file.length]
}

/** A stream of a file in chunks that fall everywhere. */
export async function* chunked(file: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size)
}
