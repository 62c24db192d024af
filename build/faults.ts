import { parseArgs } from 'node:util'
import { buildEverything } from './buildSteps'
import { toolScript } from './project'
import { runScript } from './runProcess'
import { provideChromium } from './stand-in/provideChromium'

/**
 * `npm run faults`: the fault tests at the length for a release; `npm test` runs the same ones short. First plain Node
 * (kills at every system call and at random points, crash states of a simulated disk, damage), then the real main
 * process and window, killed `--kills` times at points drawn from `--seed`.
 */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, seed: { type: 'string' } },
})
/** The folders and files whose tests have a long form. */
const NODE_FAULTS = ['test/faults', 'test/electron/journal', 'test/electron/files/crash.test.ts']

process.exitCode = (await runNodeFaults()) && (await runWindowFaults()) ? 0 : 1

async function runNodeFaults(): Promise<boolean> {
  const { code } = await runScript(toolScript('vitest'), ['run', '--reporter=verbose', ...NODE_FAULTS], {
    env: { ORCHARD_FAULTS: 'long' },
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
  const args = ['test', '-c', 'test/e2e/playwright.config.ts', 'kill', 'damage', 'backup']
  const { code } = await runScript(toolScript('playwright'), args, {
    env: {
      ORCHARD_KILLS: values.kills,
      ...(values.seed === undefined ? {} : { ORCHARD_SEED: values.seed }),
    },
    loud: true,
  })
  return code === 0
}
