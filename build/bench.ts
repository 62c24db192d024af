import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { benchAggregates } from './bench/benchAggregates'
import { benchBackup } from './bench/benchBackup'
import { benchCommit } from './bench/benchCommit'
import { benchCsv } from './bench/benchCsv'
import { benchDashboard } from './bench/benchDashboard'
import { benchDuplicates } from './bench/benchDuplicates'
import { benchExport } from './bench/benchExport'
import { benchCards, benchImport } from './bench/benchImport'
import { benchLock } from './bench/benchLock'
import { benchLtv, cdnowTable } from './bench/benchLtv'
import { benchOpen } from './bench/benchOpen'
import { benchPlaces } from './bench/benchPlaces'
import { benchPlan } from './bench/benchPlan'
import { benchScanFrames } from './bench/benchScanFrames'
import { benchSearch } from './bench/benchSearch'
import { benchSegments } from './bench/benchSegments'
import { benchSnapshot } from './bench/benchSnapshot'
import { benchTimeline } from './bench/benchTimeline'
import { benchXlsx } from './bench/benchXlsx'
import { installPeers } from './bench/peers'
import { asTable, machineState, type Ratio } from './bench/statistics'
import { buildEverything } from './buildSteps'
import { isBuildFresh } from './freshness'
import { runtimePath } from './launchApp'
import { STAND_IN } from './project'
import { provideChromium } from './stand-in/provideChromium'

/**
 * Measures ratios between two things run in turn on the same machine, prints a table and, with `--json FILE`,
 * writes them as JSON. Nothing is asserted: a slow machine is no failure. `--only` picks cases by name, `--rounds` says how
 * often an import or a backup is measured. Only where they are named run `backup`, which writes
 * `--gigabytes` of photos and several times that, `importWide` (a list of thirty columns) and `cards` (an address book of 50 MB at
 * full size), both once.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    only: {
      type: 'string',
      default:
        'commit,search,csv,xlsx,import,importLarge,duplicates,ltv,aggregates,plan,segments,timeline,open,places,dashboard,lock,export,snapshot,scanFrames',
    },
    large: { type: 'string', default: '100000' },
    rounds: { type: 'string' },
    gigabytes: { type: 'string', default: '5' },
  },
})
/** Of a list that another program has widened. */
const WIDE_COLUMNS = 30
const large = Number(values.large)
const roundsOf = (usual: number) => (values.rounds === undefined ? usual : Number(values.rounds))
const wanted = new Set(values.only.split(','))
const say = (line: string) => process.stderr.write(`${line}\n`)

if (!isBuildFresh()) {
  const built = await buildEverything()
  if (!built.ok) throw new Error(`the build failed: ${built.title}\n${built.output}`)
}
if (runtimePath() === STAND_IN) await provideChromium({ log: say })
if (['search', 'csv', 'xlsx', 'snapshot'].some((name) => wanted.has(name))) await installPeers(say)
const before = machineState()
const ratios: Ratio[] = []
if (wanted.has('commit')) ratios.push(await benchCommit())
if (wanted.has('search')) ratios.push(...(await benchSearch(large / 10, large, say)))
if (wanted.has('csv')) ratios.push(await benchCsv(large))
if (wanted.has('xlsx')) ratios.push(...(await benchXlsx(large, say)))
if (wanted.has('import')) ratios.push(...(await benchImport(large / 10, roundsOf(5), say)))
if (wanted.has('importLarge')) ratios.push(...(await benchImport(large, roundsOf(2), say)))
if (wanted.has('importWide')) ratios.push(...(await benchImport(large, 1, say, WIDE_COLUMNS)))
if (wanted.has('cards')) ratios.push(...(await benchCards(large * 1.5, say)))
if (wanted.has('duplicates')) ratios.push(...(await benchDuplicates(large / 2, say)))
if (wanted.has('ltv')) {
  process.stdout.write(`${cdnowTable()}\n\n`)
  ratios.push(...benchLtv(large, say))
}
if (wanted.has('aggregates')) ratios.push(...benchAggregates(large, say))
if (wanted.has('plan')) ratios.push(...(await benchPlan(large / 10, say)))
if (wanted.has('segments')) ratios.push(...benchSegments(large / 2, say))
if (wanted.has('timeline')) ratios.push(...(await benchTimeline(large / 100, say)))
if (wanted.has('open')) ratios.push(...(await benchOpen([large / 100, large], say)))
if (wanted.has('places')) ratios.push(...(await benchPlaces(large / 100, large, say)))
if (wanted.has('dashboard')) ratios.push(...(await benchDashboard(large / 10, large, say)))
if (wanted.has('lock')) ratios.push(...(await benchLock(large, say)))
if (wanted.has('export')) ratios.push(...(await benchExport(large / 2, say)))
if (wanted.has('scanFrames')) ratios.push(...(await benchScanFrames(large / 2, say)))
if (wanted.has('snapshot')) ratios.push(...(await benchSnapshot(large / 10, roundsOf(3), say)))
if (wanted.has('backup')) ratios.push(...(await benchBackup(Number(values.gigabytes), say)))
const report = { at: new Date().toISOString(), node: process.version, before, after: machineState(), ratios }
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`)
process.stdout.write(
  `${asTable(ratios)}\nload before ${before.loadAverage.join(' ')}, after ${report.after.loadAverage.join(' ')}\n`,
)
