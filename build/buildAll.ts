import { buildEverything } from './buildSteps'

// `npm run build`: main process, preload script, window and stand-in runtime into out/. Says nothing when all is well.
const built = await buildEverything()
if (!built.ok) {
  process.stderr.write(`${built.output}\nThe build failed: ${built.title}.\n`)
  process.exitCode = 1
}
