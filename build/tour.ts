import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildEverything } from './buildSteps'
import { isBuildFresh } from './freshness'
import { launchApp, runtimePath } from './launchApp'
import { STAND_IN } from './project'
import { provideChromium } from './stand-in/provideChromium'
import { captureFromCard, captureVisitors, meetAgain } from './tour/captureLeads'
import { lookAhead, takeInFiles, workInTheNotebook, writeLetters } from './tour/eveningWork'
import { createFair, workingMorning } from './tour/fairSteps'
import { countCosts, saveCopy, saveReport } from './tour/moneyAndReport'
import { Tourist } from './tour/tourist'

/**
 * `npm run tour -- --out DIR` plays a whole fair day through the real main process and window, with real key and
 * mouse events: what can't be clicked without a screen, the system's own file dialogs, is answered for the person.
 * Leaves pictures, the report, drafts of letters, a backup and summary.json in DIR.
 */
const { values } = parseArgs({ options: { out: { type: 'string', default: 'tour' } } })
const folder = path.resolve(values.out)
mkdirSync(folder, { recursive: true })
if (!isBuildFresh()) {
  const built = await buildEverything()
  if (!built.ok) throw new Error(`the build failed: ${built.title}\n${built.output}`)
}
if (runtimePath() === STAND_IN) await provideChromium({ log: (line) => process.stderr.write(`${line}\n`) })
const userData = mkdtempSync(path.join(os.tmpdir(), 'orchard-tour-'))
const { app, page } = await launchApp(userData)
const tourist = new Tourist(app, page, folder, (line) => process.stdout.write(`${line}\n`))
try {
  const morning = workingMorning()
  await page.clock.install({ time: morning })
  await page.locator('html[data-app-state="ready"]').waitFor()
  await page.setViewportSize({ width: 1280, height: 800 })
  tourist.say('opened an empty notebook')
  await createFair(page, 'Tavola, autumn 2026', morning)
  tourist.say('created the fair "Tavola, autumn 2026"')
  const captured = await captureVisitors(tourist)
  const photo = path.join(folder, 'screens', '01-capture.png')
  await captureFromCard(tourist, photo)
  await meetAgain(tourist)
  await takeInFiles(tourist)
  await workInTheNotebook(tourist)
  const { letters, drafts } = await writeLetters(tourist)
  await lookAhead(tourist)
  await countCosts(tourist)
  await saveReport(tourist)
  await saveCopy(tourist)
  const summary = {
    leads: captured + 1,
    letters,
    drafts,
    figures: tourist.figures,
    files: Object.fromEntries(
      readdirSync(folder)
        .filter((name) => statSync(path.join(folder, name)).isFile() && name !== 'summary.json')
        .map((name) => [name, statSync(path.join(folder, name)).size]),
    ),
  }
  writeFileSync(path.join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  tourist.say(`summary.json: ${summary.leads} leads, ${letters} letters, ${drafts} of them drafts`)
} finally {
  await app.close()
  rmSync(userData, { recursive: true, force: true })
}
