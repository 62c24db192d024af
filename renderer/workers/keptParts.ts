import type { NotebookDatabase, PartRow } from '../store/database'
import { hex } from './hex'

/** What is kept under one name, and by which rule it was made. */
export interface KeptKind {
  /** The key of the head; those of parts begin with it, so that all of them lie behind it. */
  readonly name: string
  /** Raised by whoever makes something else of the same records: what is older is not read. */
  readonly version: number
}

interface Head {
  readonly version: number
  /** Everything up to this entry of the journal is in the parts. */
  readonly seq: number
  /** Which of the two sets of parts is the one of this head: the other is written while this one is believed. */
  readonly set: 'a' | 'b'
  readonly parts: number
}

/** Something derived as it was kept: what was told with it, the entry that it goes up to, and a way to read its items. */
export interface Kept<Told, Item> {
  readonly told: Told & { readonly seq: number }
  parts(): AsyncIterable<readonly Item[]>
}

/**
 * What was kept under a name; undefined where nothing was, where it was made by another rule, or knows more than the
 * index does. Reading the parts throws where one is missing or spoilt.
 */
export async function readKeptParts<Told, Item>(
  db: NotebookDatabase,
  kind: KeptKind,
): Promise<Kept<Told, Item> | undefined> {
  const head = await readHead<Told>(db, kind)
  const lastSeq = (await db.meta.get('index'))?.lastSeq ?? 0
  if (head === undefined || head.version !== kind.version || head.seq > lastSeq) return undefined
  return { told: head, parts: () => readParts<Item>(db, kind, head) }
}

/**
 * Keeps items in the place of those before, which are believed until all of these are written. What is followed
 * meanwhile stands in entries behind `seq`, whatever a part has of it already.
 */
export async function writeKeptParts<Told extends object, Item>(
  db: NotebookDatabase,
  kind: KeptKind,
  {
    told,
    seq,
    items,
    formOf,
    perPart,
    pause,
  }: {
    readonly told: Told
    readonly seq: number
    readonly items: readonly Item[]
    /** What is written of an item, which JSON has a form for. */
    readonly formOf: (item: Item) => unknown
    /** Items of one part: no answer waits long while they are put into bytes or taken out of them. */
    readonly perPart: number
    readonly pause: () => Promise<void>
  },
): Promise<void> {
  const before = await readHead(db, kind).catch(() => undefined)
  const set = before?.set === 'a' ? 'b' : 'a'
  const parts = Math.ceil(items.length / perPart)
  await partsOf(db, kind, set).delete()
  for (let part = 0; part < parts; part += 1) {
    const some = items.slice(part * perPart, (part + 1) * perPart)
    await db.keptParts.put(await rowOf(partKey(kind, set, part), seq, some.map(formOf)))
    await pause()
  }
  const head: Head = { ...told, version: kind.version, seq, set, parts }
  const row = await rowOf(kind.name, seq, head)
  await db.transaction('rw', db.keptParts, async () => {
    await db.keptParts.put(row)
    await partsOf(db, kind, set === 'a' ? 'b' : 'a').delete()
  })
}

async function readHead<Told>(db: NotebookDatabase, { name }: KeptKind): Promise<(Head & Told) | undefined> {
  const row = await db.keptParts.get(name)
  return row === undefined ? undefined : ((await contentOf(row)) as Head & Told)
}

async function* readParts<Item>(
  db: NotebookDatabase,
  kind: KeptKind,
  head: Head,
): AsyncGenerator<readonly Item[]> {
  const read = (part: number) => {
    const row =
      part < head.parts ? db.keptParts.get(partKey(kind, head.set, part)) : Promise.resolve(undefined)
    // Whoever stops before its turn never waits for it.
    row.catch(() => undefined)
    return row
  }
  let coming = read(0)
  for (let part = 0; part < head.parts; part += 1) {
    const row = await coming
    // The store finds the next one while this one is taken out of its bytes.
    coming = read(part + 1)
    if (row?.seq !== head.seq) throw new Error(`kept ${kind.name} are not whole`)
    yield (await contentOf(row)) as readonly Item[]
  }
}

async function rowOf(key: string, seq: number, content: unknown): Promise<PartRow> {
  const bytes = new TextEncoder().encode(JSON.stringify(content))
  return { key, seq, sum: await sumOf(bytes), bytes }
}

async function contentOf({ key, bytes, sum }: PartRow): Promise<unknown> {
  if ((await sumOf(bytes)) !== sum) throw new Error(`kept ${key} is spoilt`)
  return JSON.parse(new TextDecoder().decode(bytes))
}

async function sumOf(bytes: Uint8Array): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
}

function partsOf(db: NotebookDatabase, { name }: KeptKind, set: Head['set']) {
  return db.keptParts.where(':id').startsWith(`${name}/${set}/`)
}

function partKey({ name }: KeptKind, set: Head['set'], part: number): string {
  return `${name}/${set}/${String(part).padStart(6, '0')}`
}
