import { parseArgs } from 'node:util'
import { buildEverything } from './buildSteps'
import { toolScript } from './project'
import { runScript } from './runProcess'
import { provideChromium } from './stand-in/provideChromium'

/**
 * `npm run faults`: the fault tests at the length for a release; `npm test` runs the same ones short. First plain Node
 * (kills at every system call and at random points, crash states of a simulated disk, damage, hostile messages), then the
 * real main process and window. `--runs` is how many kills there are of the notebook's processes, most of them of a main
 * process in plain Node, `--kills` of them with its window, beside which a fifth as many come within an upgrade; `--damages` how often the index is damaged. All points are
 * drawn from `--seed`. Each run prints a line, and each kind of fault its count of what was lost.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '500' },
    kills: { type: 'string', default: '50' },
    damages: { type: 'string', default: '100' },
    seed: { type: 'string' },
  },
})
const seed = values.seed === undefined ? {} : { ORCHARD_SEED: values.seed }
const nodeRuns = Math.max(1, Number(values.runs) - Number(values.kills))
/** The folders and files whose tests have a long form. */
const NODE_FAULTS = ['test/faults', 'test/electron/journal', 'test/electron/files/crash.test.ts']
/** What is long on purpose, on a machine with other work too, must not be cut as something that hangs. */
const LONG_TEST_MS = 3_600_000

process.exitCode = (await runNodeFaults()) && (await runWindowFaults()) ? 0 : 1

async function runNodeFaults(): Promise<boolean> {
  const args = [
    'run',
    '--reporter=verbose',
    '--disableConsoleIntercept=true',
    `--testTimeout=${LONG_TEST_MS}`,
    ...NODE_FAULTS,
  ]
  const { code } = await runScript(toolScript('vitest'), args, {
    env: { ORCHARD_FAULTS: 'long', ORCHARD_RUNS: String(nodeRuns), ...seed },
    loud: true,
  })
  return code === 0
}

async function runWindowFaults(): Promise<boolean> {
  await provideChromium({ log: (line) => process.stdout.write(`${line}\n`) })
  const built = await buildEverything()
  if (!built.ok) {
    process.stdout.write(`${built.output}\nThe build failed: ${built.title}.\n`)
    return false
  }
  const args = ['test', '-c', 'test/e2e/playwright.config.ts', 'kill', 'damage', 'storeDamage', 'backup']
  const { code } = await runScript(toolScript('playwright'), args, {
    env: { ORCHARD_KILLS: values.kills, ORCHARD_DAMAGES: values.damages, ...seed },
    loud: true,
  })
  return code === 0
}
