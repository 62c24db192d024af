import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildEverything } from './buildSteps'
import { isBuildFresh } from './freshness'
import { launchApp, runtimePath } from './launchApp'
import { STAND_IN } from './project'
import { channelScenes } from './screens/channelScenes'
import { emptyScenes } from './screens/emptyScenes'
import { fairScenes } from './screens/fairScenes'
import { importScenes } from './screens/importScenes'
import { insightScenes } from './screens/insightScenes'
import { libraryScenes } from './screens/libraryScenes'
import { lockScenes } from './screens/lockScenes'
import { lookOf } from './screens/look'
import { notebookScenes } from './screens/notebookScenes'
import { Photographer } from './screens/photographer'
import { settingsScenes } from './screens/settingsScenes'
import { shellScenes } from './screens/shellScenes'
import { timelineScenes } from './screens/timelineScenes'
import { todayScenes } from './screens/todayScenes'
import { provideChromium } from './stand-in/provideChromium'

/**
 * `npm run screens -- --out DIR [--language en] [--theme light] [--size 1280x800] [--only NAME]` takes a picture of every
 * place, tab and main dialog over the sample notebook, to be looked at by people: `<place>-<language>-<theme>-<width>.png`.
 * What isn't asked for is taken in all of its ways; a language runs in an app of its own. A scene that can't be reached
 * is said and counted, and the others are still taken.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'screens' },
    language: { type: 'string', multiple: true },
    theme: { type: 'string', multiple: true },
    size: { type: 'string', multiple: true },
    only: { type: 'string', multiple: true },
  },
})
/** The order matters: the empty notebook comes first, the lock last. */
const SCENES = [
  ...emptyScenes,
  ...todayScenes,
  ...fairScenes,
  ...notebookScenes,
  ...timelineScenes,
  ...libraryScenes,
  ...channelScenes,
  ...insightScenes,
  ...importScenes,
  ...settingsScenes,
  ...shellScenes,
  ...lockScenes,
]
const look = lookOf(values)
const folder = path.resolve(values.out)
mkdirSync(folder, { recursive: true })
// Hours of day in the pictures are those of one zone, wherever they are taken.
process.env.TZ = 'UTC'
const say = (line: string) => process.stdout.write(`${line}\n`)
if (!isBuildFresh()) {
  const built = await buildEverything()
  if (!built.ok) throw new Error(`the build failed: ${built.title}\n${built.output}`)
}
if (runtimePath() === STAND_IN) await provideChromium({ log: say })

let failed = 0
for (const language of look.languages) {
  const userData = mkdtempSync(path.join(os.tmpdir(), 'orchard-screens-'))
  const { app, page } = await launchApp(userData)
  try {
    const photographer = await Photographer.begin({ app, page, folder, language, look, say })
    for (const scene of SCENES) {
      if (
        look.only.length > 0 &&
        scene.isNeeded !== true &&
        !look.only.some((name) => scene.name.startsWith(name))
      )
        continue
      if (!(await photographer.take(scene))) failed += 1
    }
    say(`${language}: ${photographer.taken} pictures`)
  } finally {
    await app.close()
    rmSync(userData, { recursive: true, force: true })
  }
}
if (failed > 0) {
  say(`${failed} scenes could not be reached`)
  process.exitCode = 1
}
