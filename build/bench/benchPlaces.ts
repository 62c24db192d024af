import type { Page } from '@playwright/test'
import { launchApp } from '../launchApp'
import { endAtOnce } from './endAtOnce'
import { framesOf, framesWhile } from './frames'
import { keptNotebook } from './keptNotebook'
import { inMegabytes, memoryOf } from './memory'
import { scrollBarePool, scrollList } from './scrollSteps'
import { percentile, type Ratio, ratioOf } from './statistics'
import { untilAtRest } from './untilAtRest'
import { KEYS, timeOfKey, timeOfSearch, untilReady } from './windowTimes'

const ROUNDS = 5
/** Pages that are opened one after another in a round. */
const PAGES = 40
/** Times that a list is opened in a round. */
const LISTS = 20
/** Times that each word is searched for in a round. */
const SEARCHES = 3
/** What is typed into the search; each finds somebody in a notebook of any size. */
const WORDS = ['gmbh', 'ltda', 'trading', 'carla', 'anna', 'maria']
/** So long an idle page is watched. */
const IDLE_MS = 2_000

/** What a person does over and over, each at the 95th percentile of a round. */
export interface PlaceTimes {
  readonly list: number
  readonly page: number
  readonly search: number
}

/** The frames of a window, each at the 95th percentile of a round, in milliseconds. */
interface FrameTimes {
  readonly idle: number
  readonly scrolling: number
  readonly typing: number
}

/** Opening list, page and search results in the window of a full notebook against a small one, and what they hold in memory. */
export async function benchPlaces(
  small: number,
  large: number,
  say: (line: string) => void,
): Promise<Ratio[]> {
  const few = await openKept(small)
  const many = await openKept(large)
  const empty = await openKept(0)
  const memory = [empty, few, many].map(({ userData }) => memoryOf(userData))
  say(
    `memory of all processes, index ready: empty ${inMegabytes(memory[0])}, ${small} customers ` +
      `${inMegabytes(memory[1])}, ${large} customers ${inMegabytes(memory[2])}`,
  )
  await endAtOnce(empty.app, empty.userData)
  await untilAtRest(few.userData)
  await untilAtRest(many.userData)
  say(`memory at rest: ${inMegabytes(memoryOf(few.userData))} and ${inMegabytes(memoryOf(many.userData))}`)
  // The first time each place is read and its code made ready.
  await placeTimes(few.page)
  await placeTimes(many.page)
  const rounds: { measured: PlaceTimes; control: PlaceTimes }[] = []
  const scrolls: { measured: number; control: number }[] = []
  const frames: { few: FrameTimes; many: FrameTimes }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const control = await placeTimes(few.page)
    const measured = await placeTimes(many.page)
    rounds.push({ measured, control })
    scrolls.push({ control: await scrollBarePool(many.page), measured: await scrollList(many.page) })
    frames.push({ few: await frameTimes(few.page), many: await frameTimes(many.page) })
    const told = { control, measured, scroll: scrolls.at(-1), frames: frames.at(-1) }
    say(`round ${round + 1}: ${JSON.stringify(told, rounded)}`)
  }
  say(`memory at the end: ${inMegabytes(memoryOf(few.userData))} and ${inMegabytes(memoryOf(many.userData))}`)
  await endAtOnce(few.app, few.userData)
  await endAtOnce(many.app, many.userData)
  const of = (what: keyof PlaceTimes) =>
    rounds.map(({ measured, control }) => ({ measured: measured[what], control: control[what] }))
  return [
    ratioOf(`a customer’s page, 95th percentile, ${large} customers against ${small}`, of('page')),
    ratioOf(`the list after another place, ${large} customers against ${small}`, of('list')),
    ratioOf(`words in the search to their lines, ${large} customers against ${small}`, of('search')),
    ratioOf(`the window’s work for a step of the list against a bare pool of lines`, scrolls),
    ratioOf(
      `a frame while the list of ${large} scrolls against idle, 95th percentile`,
      frames.map(({ many: { scrolling, idle } }) => ({ measured: scrolling, control: idle })),
    ),
    ratioOf(
      `a frame while words are typed against idle, ${large} customers, 95th percentile`,
      frames.map(({ many: { typing, idle } }) => ({ measured: typing, control: idle })),
    ),
    ratioOf(
      `the same, ${large} customers against ${small}`,
      frames.map((round) => ({ measured: round.many.typing, control: round.few.typing })),
    ),
  ]
}

/** One round of frames, in a window that has the list open. */
async function frameTimes(page: Page): Promise<FrameTimes> {
  const p95 = (took: readonly number[]) => percentile(took, 0.95)
  const idle = p95(await framesOf(page, IDLE_MS))
  const scrolling = p95(await framesWhile(page, () => scrollList(page)))
  const typing = await framesWhile(page, async () => {
    for (const words of WORDS) {
      await timeOfSearch(page, words)
      await timeOfSearch(page, '')
    }
  })
  return { idle, scrolling, typing: p95(typing) }
}

/** One round in an open window; it ends with the list of everybody and a page beside it. */
export async function placeTimes(page: Page): Promise<PlaceTimes> {
  const list: number[] = []
  for (let turn = 0; turn < LISTS; turn += 1) {
    await timeOfKey(page, KEYS.settings, { selector: '#settings-days' })
    keep(list, await timeOfKey(page, KEYS.notebook, { selector: 'main li[aria-setsize] button', least: 10 }))
  }
  const pages: number[] = []
  for (let turn = 0; turn < PAGES; turn += 1)
    keep(pages, await timeOfKey(page, KEYS.down, { selector: 'main article', attribute: 'aria-label' }))
  const search: number[] = []
  for (let turn = 0; turn < SEARCHES; turn += 1)
    for (const words of WORDS) {
      keep(search, await timeOfSearch(page, words))
      await timeOfSearch(page, '')
    }
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const p95 = (times: number[]) => percentile(times, 0.95)
  return { list: p95(list), page: p95(pages), search: p95(search) }
}

async function openKept(customers: number) {
  const { userData } = await keptNotebook(customers)
  const { app, page } = await launchApp(userData)
  await untilReady(page)
  return { userData, app, page }
}

function keep(times: number[], time: number | undefined): void {
  if (time !== undefined) times.push(time)
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 10) / 10 : value
}
