import { toolScript } from './project'
import { runScript } from './runProcess'

// `npm run faults`: the fault tests at the length for a release, hours rather than seconds. `npm test` runs the short ones.
const { code } = await runScript(toolScript('vitest'), ['run', 'test/faults', ...process.argv.slice(2)], {
  env: { ORCHARD_FAULTS: 'long' },
  loud: true,
})
process.exitCode = code
