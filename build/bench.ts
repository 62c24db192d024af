import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { CASES, type Extent } from './bench/cases'
import { keptNotebook } from './bench/keptNotebook'
import { installPeers } from './bench/peers'
import { asTable, machineState, type Ratio } from './bench/statistics'
import { timed } from './bench/timed'
import { buildEverything } from './buildSteps'
import { isBuildFresh } from './freshness'
import { runtimePath } from './launchApp'
import { STAND_IN } from './project'
import { provideChromium } from './stand-in/provideChromium'

/**
 * Measures ratios between two things run in turn on the same machine, prints a table and, with `--json FILE`,
 * writes them as JSON. Nothing is asserted: a slow machine is no failure. `--large` is the full size, `--only` picks cases by
 * name, `--rounds` says how often what takes minutes is measured. Only where they are named run `lock`, whose notebook is
 * sealed for half an hour at full size, `backup`, which writes `--gigabytes` of photos and several times that, `importWide` (a list of
 * thirty columns) and `cards` (an address book of 50 MB at full size). Notebooks are made first, and kept for the next run.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    large: { type: 'string', default: '100000' },
    rounds: { type: 'string' },
    gigabytes: { type: 'string', default: '5' },
  },
})
const say = (line: string) => process.stderr.write(`${line}\n`)
const named = new Set(values.only?.split(','))
const unknown = [...named].filter((name) => !CASES.some((one) => one.name === name))
if (unknown.length > 0) throw new Error(`no such case: ${unknown.join(', ')}`)
const wanted = CASES.filter(({ name, isByName }) =>
  values.only === undefined ? isByName !== true : named.has(name),
)
const extent: Extent = {
  large: Number(values.large),
  rounds: values.rounds === undefined ? undefined : Number(values.rounds),
  gigabytes: Number(values.gigabytes),
  say,
}

if (!isBuildFresh()) {
  const built = await buildEverything()
  if (!built.ok) throw new Error(`the build failed: ${built.title}\n${built.output}`)
}
if (runtimePath() === STAND_IN) await provideChromium({ log: say })
if (wanted.some(({ hasPeers }) => hasPeers)) await installPeers(say)
for (const customers of new Set(wanted.flatMap(({ notebooks }) => notebooks?.(extent.large) ?? []))) {
  const { built } = await keptNotebook(customers)
  if (built === undefined) continue
  const seconds = Math.round(built.elapsedMs / 1000)
  say(`${customers} customers: index of ${built.records} records built from the journal in ${seconds} s`)
}

const before = machineState()
const ratios: Ratio[] = []
const seconds: Record<string, number> = {}
for (const { name, run } of wanted) {
  let found: readonly Ratio[] = []
  const elapsedMs = await timed(async () => {
    found = await run(extent)
  })
  ratios.push(...found)
  seconds[name] = Math.round(elapsedMs / 1000)
  // What is known stands there if a later case fails.
  say(`${name}: ${seconds[name]} s\n${asTable(found)}`)
}
const after = machineState()
const report = { at: new Date().toISOString(), node: process.version, before, after, seconds, ratios }
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`)
const all = Object.values(seconds).reduce((sum, each) => sum + each, 0)
process.stdout.write(
  `${asTable(ratios)}\n${all} s; load before ${before.loadAverage.join(' ')}, after ${after.loadAverage.join(' ')}\n`,
)
