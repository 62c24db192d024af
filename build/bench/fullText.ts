import { importPeer } from './peers'

/** An index of texts as SQLite has it. */
export interface FullText {
  /** How many texts, at most `limit`, hold words that begin as the typed ones do; the best first. */
  find(typed: string, limit: number): number
  close(): void
}

/** What of SQLite's own build for JavaScript is used. */
interface Sqlite {
  readonly default: () => Promise<{ readonly oo1: { readonly DB: new (name: string) => Database } }>
}
interface Database {
  exec(sql: string): void
  prepare(sql: string): Statement
  transaction(run: () => void): void
  close(): void
}
interface Statement {
  bind(values: readonly (string | number)[]): Statement
  step(): boolean
  reset(): Statement
  finalize(): void
}

/** Puts texts into a full-text index (FTS5) in memory, with accents folded and short beginnings indexed. */
export async function openFullText(texts: readonly string[]): Promise<FullText> {
  const { default: open } = await importPeer<Sqlite>('@sqlite.org/sqlite-wasm')
  const { oo1 } = await open()
  const db = new oo1.DB(':memory:')
  db.exec(
    "CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')",
  )
  const add = db.prepare('INSERT INTO texts (text) VALUES (?)')
  db.transaction(() => {
    for (const text of texts) {
      add.bind([text]).step()
      add.reset()
    }
  })
  add.finalize()
  const query = db.prepare('SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?')
  return {
    find(typed, limit) {
      const words = typed.split(/\s+/).filter((word) => word !== '')
      if (words.length === 0) return 0
      query.bind([words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' '), limit])
      let found = 0
      while (query.step()) found += 1
      query.reset()
      return found
    },
    close() {
      query.finalize()
      db.close()
    },
  }
}
