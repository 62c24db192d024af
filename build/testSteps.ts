import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildEverything } from './buildSteps'
import { findElectron } from './electronBinary'
import { OUT, type Tool, toolScript } from './project'
import { runScript } from './runProcess'
import { provideChromium } from './stand-in/provideChromium'
import { NO_TESTS, readCounts, type TestCounts } from './testReports'

/** What a step did. A step without tests of its own counts none. */
export interface StepResult {
  readonly ok: boolean
  readonly counts: TestCounts
}

export interface Step {
  readonly title: string
  readonly run: () => Promise<StepResult>
}

/** Every project of types. The windows of the stand-in's worlds have a DOM, the stand-in itself has none. */
const TYPE_PROJECTS = [
  'shared',
  'electron',
  'renderer',
  'build',
  'build/stand-in',
  'build/stand-in/worlds',
  'test',
  'test/standin',
]
const MINUTE_MS = 60_000
/** The smallest machine that this is for has two cores. */
const LANES = 2
const REPORTS = path.join(OUT, 'reports')

const PASSED: StepResult = { ok: true, counts: NO_TESTS }
const FAILED: StepResult = { ok: false, counts: NO_TESTS }

/** What `npm test` does, in order: the quick checks first. The limits are for what hangs, not for what is slow. */
export const STEPS: readonly Step[] = [
  { title: 'browser', run: provideBrowser },
  { title: 'types and lint', run: () => quietly([...typeChecks(), ['biome', ['check', '.']], ['knip', []]]) },
  { title: 'build', run: build },
  { title: 'unit, property, fault and architecture tests', run: () => vitest(20 * MINUTE_MS) },
  { title: 'conformance of the stand-in runtime', run: () => playwright('standin', 20 * MINUTE_MS) },
  { title: 'end to end', run: () => playwright('e2e', 40 * MINUTE_MS) },
]

async function provideBrowser(): Promise<StepResult> {
  try {
    const log = (line: string) => process.stdout.write(`${line}\n`)
    log(`Chromium: ${await provideChromium({ log })}`)
    log(`Electron: ${findElectron() ?? 'not here, the stand-in takes its place'}`)
    return PASSED
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return FAILED
  }
}

type ToolRun = readonly [Tool, readonly string[]]

function typeChecks(): readonly ToolRun[] {
  return TYPE_PROJECTS.map((project) => ['tsc', ['-p', project]])
}

/** Runs tools, two at a time, all of them even if one fails, and shows what the failed ones said. */
async function quietly(runs: readonly ToolRun[]): Promise<StepResult> {
  const waiting = [...runs]
  let ok = true
  const lane = async (): Promise<void> => {
    for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
      const [tool, args] = run
      const { code, output } = await runScript(toolScript(tool), args, { limitMs: 5 * MINUTE_MS })
      if (code === 0) continue
      ok = false
      process.stdout.write(`${tool} ${args.join(' ')}\n${output}\n`)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return ok ? PASSED : FAILED
}

async function build(): Promise<StepResult> {
  const built = await buildEverything()
  if (built.ok) return PASSED
  process.stdout.write(`${built.output}\nThe build failed: ${built.title}.\n`)
  return FAILED
}

function vitest(limitMs: number): Promise<StepResult> {
  const report = freshReport('vitest')
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  return tests('vitest', args, { report, limitMs, kind: 'vitest' })
}

function playwright(suite: string, limitMs: number): Promise<StepResult> {
  const report = freshReport(`playwright-${suite}`)
  const args = ['test', '-c', `test/${suite}/playwright.config.ts`, '--reporter=list,json']
  return tests('playwright', args, { report, limitMs, kind: 'playwright' })
}

interface TestRun {
  readonly kind: 'vitest' | 'playwright'
  readonly report: string
  readonly limitMs: number
}

async function tests(
  tool: Tool,
  args: readonly string[],
  { kind, report, limitMs }: TestRun,
): Promise<StepResult> {
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const { code, timedOut } = await runScript(toolScript(tool), args, { env, limitMs, loud: true })
  if (timedOut) process.stdout.write(`Ended after ${limitMs / MINUTE_MS} minutes.\n`)
  const counts = readCounts(report, kind)
  if (counts === undefined) process.stdout.write(`${tool} left no report to count by.\n`)
  return { ok: code === 0 && counts !== undefined && counts.failed === 0, counts: counts ?? NO_TESTS }
}

/** Where a run is to write its report; the last run's is gone, so that it can't be counted again. */
function freshReport(name: string): string {
  mkdirSync(REPORTS, { recursive: true })
  const file = path.join(REPORTS, `${name}.json`)
  rmSync(file, { force: true })
  return file
}
