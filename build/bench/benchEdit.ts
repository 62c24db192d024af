import { cp, mkdtemp, open, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { launchApp } from '../launchApp'
import { allowNames } from './allowNames'
import { indexName } from './bareRows'
import { endAtOnce } from './endAtOnce'
import { keptNotebook } from './keptNotebook'
import { percentile, type Ratio, ratioOf } from './statistics'
import { timed } from './timed'
import { untilAtRest } from './untilAtRest'
import { KEYS, timeOfKey, untilReady } from './windowTimes'

const ROUNDS = 5
/** Notes that are written in a round. */
const NOTES = 20
/** What a note with its log comes to in the journal, about. */
const BYTES = 600

/**
 * A note on a customer's page, from the key that keeps it to its line on the page: journalled, in the index, and drawn from
 * there, with search and figures brought up to date behind it. In a full notebook against a small one, and against the
 * least that keeps a record safely: a strict put into a table with the same indexes in the same browser, and appending as
 * many bytes and waiting for the disk.
 */
export async function benchEdit(small: number, large: number, say: (line: string) => void): Promise<Ratio[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'orchard-bench-edit-'))
  try {
    const few = await openPage(folder, small)
    const many = await openPage(folder, large)
    const bare = await open(path.join(folder, 'bare'), 'a')
    const rounds: { few: number; many: number; bare: number }[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const append = async () => {
        await bare.appendFile(Buffer.alloc(BYTES))
        await bare.datasync()
      }
      const appended = await series(NOTES, () => timed(append))
      const put = await series(NOTES, () => strictPut(many.page))
      const fewNotes = await series(NOTES, (turn) => timeOfNote(few.page, `round ${round} note ${turn}`))
      const manyNotes = await series(NOTES, (turn) => timeOfNote(many.page, `round ${round} note ${turn}`))
      const p50 = (times: readonly number[]) => percentile(times, 0.5)
      rounds.push({ few: p50(fewNotes), many: p50(manyNotes), bare: p50(appended) + p50(put) })
      say(
        `round ${round + 1}: a note ${p50(manyNotes).toFixed(1)} ms (95th percentile ${percentile(manyNotes, 0.95).toFixed(1)}), ` +
          `${small} customers ${p50(fewNotes).toFixed(1)}; bare append ${p50(appended).toFixed(1)}, strict put ${p50(put).toFixed(1)}`,
      )
    }
    await bare.close()
    await endAtOnce(few.app, few.userData)
    await endAtOnce(many.app, many.userData)
    return [
      ratioOf(
        `a note from the key to its line on the page, ${large} customers against ${small}`,
        rounds.map((round) => ({ measured: round.many, control: round.few })),
      ),
      ratioOf(
        `the same against a bare strict put and an append with fdatasync`,
        rounds.map((round) => ({ measured: round.many, control: round.bare })),
      ),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The first customer's page of a copy, at rest: what is written must not stay in the kept notebook. */
async function openPage(folder: string, customers: number) {
  const userData = path.join(folder, String(customers))
  await cp((await keptNotebook(customers)).userData, userData, { recursive: true })
  const opened = await launchApp(userData)
  await untilReady(opened.page)
  await untilAtRest(userData)
  await allowNames(opened.page)
  await timeOfKey(opened.page, KEYS.notebook, { selector: 'main li[aria-setsize] button' })
  await timeOfKey(opened.page, KEYS.down, { selector: '#quick-note' })
  return { ...opened, userData }
}

async function series(count: number, measure: (turn: number) => Promise<number>): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; turn < count; turn += 1) times.push(await measure(turn))
  return times
}

/** Milliseconds from the key that keeps a note to its line, told by the window itself. */
function timeOfNote(page: Page, words: string): Promise<number> {
  return page.evaluate(async (words) => {
    const field = document.querySelector<HTMLTextAreaElement>('#quick-note')
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, words)
    field?.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await new Promise(requestAnimationFrame)
    const isThere = () =>
      [...document.querySelectorAll('article ol > li')].some((line) => line.textContent?.includes(words))
    return new Promise<number>((resolve) => {
      const begun = performance.now()
      const observer = new MutationObserver(() => {
        if (!isThere()) return
        observer.disconnect()
        resolve(performance.now() - begun)
      })
      observer.observe(document.body, { subtree: true, childList: true, characterData: true })
      field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }))
    })
  }, words)
}

/** Milliseconds of putting one talk strictly into a database that has a table like that of talks, and nothing else. */
async function strictPut(page: Page): Promise<number> {
  return page.evaluate(
    async (index) => {
      const settled = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const from = await settled(indexedDB.open(index))
      const talks = from.transaction('interactions').objectStore('interactions')
      const [talk] = (await settled(talks.getAll(null, 1))) as { id: string }[]
      const indexes = [...talks.indexNames].map((name) => talks.index(name))
      const opening = indexedDB.open('bare-edit', 1)
      opening.onupgradeneeded = () => {
        const store = opening.result.createObjectStore('interactions', { keyPath: 'id' })
        for (const { name, keyPath, multiEntry } of indexes) store.createIndex(name, keyPath, { multiEntry })
      }
      const bare = await settled(opening)
      const begun = performance.now()
      const writing = bare.transaction('interactions', 'readwrite', { durability: 'strict' })
      writing.objectStore('interactions').put({ ...talk, id: crypto.randomUUID() })
      await new Promise<void>((resolve, reject) => {
        writing.oncomplete = () => resolve()
        writing.onabort = () => reject(writing.error)
      })
      const elapsedMs = performance.now() - begun
      bare.close()
      from.close()
      return elapsedMs
    },
    await indexName(page),
  )
}
