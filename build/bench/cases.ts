import { benchAggregates } from './benchAggregates'
import { benchBackup } from './benchBackup'
import { benchCommit } from './benchCommit'
import { benchCsv } from './benchCsv'
import { benchDashboard } from './benchDashboard'
import { benchDuplicates } from './benchDuplicates'
import { benchEdit } from './benchEdit'
import { benchExport } from './benchExport'
import { benchCards, benchImport, importGrowth } from './benchImport'
import { benchLock } from './benchLock'
import { benchLtv, cdnowTable } from './benchLtv'
import { benchOpen } from './benchOpen'
import { benchPlaces } from './benchPlaces'
import { benchPlan } from './benchPlan'
import { benchScanFrames } from './benchScanFrames'
import { benchSearch } from './benchSearch'
import { benchSegments } from './benchSegments'
import { benchSnapshot } from './benchSnapshot'
import { benchTimeline } from './benchTimeline'
import { benchXlsx } from './benchXlsx'
import type { Ratio } from './statistics'

/** How large and how often. */
export interface Extent {
  /** Customers, or rows of a list, of the full size. */
  readonly large: number
  /** Rounds of the cases that take minutes; each has its own number unless given. */
  readonly rounds?: number | undefined
  readonly gigabytes: number
  readonly say: (line: string) => void
}

/** Something that is measured. */
export interface BenchCase {
  readonly name: string
  readonly run: (extent: Extent) => Promise<readonly Ratio[]>
  /** It runs only where it is named: it takes long, or fills the disk. */
  readonly isByName?: true
  /** The kept notebooks that it opens, by the number of their customers. */
  readonly notebooks?: (large: number) => readonly number[]
  /** It compares with what others have made, which has to be there. */
  readonly hasPeers?: true
}

/** Of a list that another program has widened. */
const WIDE_COLUMNS = 30

/** Every case, in the order in which they run. */
export const CASES: readonly BenchCase[] = [
  { name: 'commit', run: async () => [await benchCommit()] },
  { name: 'search', run: ({ large, say }) => benchSearch(large / 10, large, say), hasPeers: true },
  { name: 'csv', run: async ({ large }) => [await benchCsv(large)], hasPeers: true },
  { name: 'xlsx', run: ({ large, say }) => benchXlsx(large, say), hasPeers: true },
  {
    name: 'import',
    async run({ large, rounds, say }) {
      const small = await benchImport(large / 10, rounds ?? 2, say)
      const full = await benchImport(large, rounds ?? 1, say)
      return [...small, ...full, importGrowth(small, full, 10)]
    },
  },
  {
    name: 'importWide',
    run: ({ large, say }) => benchImport(large, 1, say, WIDE_COLUMNS),
    isByName: true,
  },
  { name: 'cards', run: ({ large, say }) => benchCards(large * 1.5, say), isByName: true },
  { name: 'duplicates', run: ({ large, say }) => benchDuplicates(large / 2, say) },
  {
    name: 'ltv',
    async run({ large, say }) {
      say(cdnowTable())
      return benchLtv(large, say)
    },
  },
  { name: 'aggregates', run: async ({ large, say }) => benchAggregates(large, say) },
  { name: 'plan', run: ({ large, say }) => benchPlan(large / 10, say) },
  { name: 'segments', run: async ({ large, say }) => benchSegments(large / 2, say) },
  {
    name: 'timeline',
    run: ({ large, say }) => benchTimeline(large / 100, say),
    notebooks: (large) => [large / 100],
  },
  {
    name: 'open',
    run: ({ large, say }) => benchOpen([large / 100, large], say),
    notebooks: (large) => [0, large / 100, large],
  },
  {
    name: 'edit',
    run: ({ large, say }) => benchEdit(large / 100, large, say),
    notebooks: (large) => [large / 100, large],
  },
  {
    name: 'places',
    run: ({ large, say }) => benchPlaces(large / 100, large, say),
    notebooks: (large) => [0, large / 100, large],
  },
  {
    name: 'dashboard',
    run: ({ large, say }) => benchDashboard(large / 10, large, say),
    notebooks: (large) => [large / 10, large],
  },
  {
    name: 'scanFrames',
    run: ({ large, rounds, say }) => benchScanFrames(large, rounds ?? 2, say),
    notebooks: (large) => [large],
  },
  {
    name: 'export',
    run: ({ large, rounds, say }) => benchExport(large, rounds ?? 1, say),
    notebooks: (large) => [large],
  },
  {
    name: 'snapshot',
    run: ({ large, rounds, say }) => benchSnapshot(large / 10, rounds ?? 1, say),
    notebooks: (large) => [large / 10],
    hasPeers: true,
  },
  {
    name: 'lock',
    run: ({ large, say }) => benchLock(large, say),
    isByName: true,
    notebooks: (large) => [large],
  },
  { name: 'backup', run: ({ gigabytes, say }) => benchBackup(gigabytes, say), isByName: true },
]
