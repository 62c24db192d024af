import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Page } from '@playwright/test'
import { v7 as uuidV7 } from 'uuid'
import type { Change } from '#shared/changes/changeSet'
import { NOTEBOOK_FOLDER } from '#shared/identity'
import { SCHEMA_VERSION } from '#shared/records/record'
import { openAttachmentStore } from '../../electron/attachments/attachmentStore'
import { nodeFs } from '../../electron/files/fsPort'
import { openNotebookLog } from '../../electron/notebook/notebookLog'
import { launchApp } from '../launchApp'
import { answer, backUp, openCopy } from './backupSteps'
import { MADE_AT, makeNotebook } from './makeNotebook'
import { inMegabytes, memoryOf, watchMemory } from './memory'
import { type Ratio, ratioOf } from './statistics'
import { timed } from './timed'
import { untilState } from './untilState'

/** For a hang, not for speed. */
const LIMIT_MS = 3_600_000
const CUSTOMERS = 100
/** A large photo of a phone; of random bytes, which nothing makes smaller. */
const PHOTO_BYTES = 20 * 1024 * 1024
const PASSPHRASE = 'four words nobody guesses'

/**
 * A backup of a notebook with so many gigabytes of photos, through the window: saved as one complete file and read back,
 * once open and once under a passphrase, and opened again; against writing the same bytes into one file and hashing them
 * once. The most memory that all processes took is said on the way. It takes four times as much of the disk.
 */
export async function benchBackup(gigabytes: number, say: (line: string) => void): Promise<Ratio[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'orchard-bench-backup-'))
  try {
    const userData = path.join(folder, 'profile')
    const photos = Math.ceil((gigabytes * 1024 ** 3) / PHOTO_BYTES)
    await mkdir(userData)
    await makeNotebook(userData, CUSTOMERS)
    await addPhotos(userData, photos)
    const bareMs = await timed(() => copyBare(userData, path.join(folder, 'bare')))
    await rm(path.join(folder, 'bare'))
    say(
      `${photos} photos of ${PHOTO_BYTES} bytes; written into one file and hashed in ${Math.round(bareMs)} ms`,
    )
    const { app, page } = await launchApp(userData)
    await untilState(page, 'ready')
    await page.keyboard.press('Control+9')
    await backUp(page)
    const ratios: Ratio[] = []
    const measure = async (what: string, run: () => Promise<void>) => {
      const before = memoryOf(userData)
      const memory = watchMemory(userData)
      const measured = await timed(run)
      const peak = memory.stop()
      say(
        `${what}: ${Math.round(measured)} ms; memory ${inMegabytes(before)} before, at most ${inMegabytes(peak)}`,
      )
      ratios.push(
        ratioOf(`${what} of ${gigabytes} GB against writing and hashing`, [{ measured, control: bareMs }]),
      )
    }
    const open = path.join(folder, 'open.orchard')
    await answer(app, open)
    await measure('a copy', () => saveCopy(page))
    say(`the copy has ${(await stat(open)).size} bytes`)
    await measure('opening that copy', () => openCopy(page))
    await rm(open)
    await answer(app, path.join(folder, 'sealed.orchard'))
    await measure('a copy under a passphrase', () => saveCopy(page, PASSPHRASE))
    await app.close()
    return ratios
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Photos of nobody in particular: what a backup takes along is whatever a record names. */
async function addPhotos(userData: string, count: number): Promise<void> {
  const folder = path.join(userData, NOTEBOOK_FOLDER)
  const store = await openAttachmentStore(nodeFs, path.join(folder, 'attachments'))
  const log = await openNotebookLog({ fs: nodeFs, folder, newId: uuidV7, now: Date.now })
  if (!store.ok || !log.ok) throw new Error('the notebook could not be opened')
  const changes: Change[] = []
  for (let photo = 0; photo < count; photo += 1) {
    const put = await store.value.put(randomBytes(PHOTO_BYTES))
    if (!put.ok) throw new Error(put.error.code)
    const id = uuidV7()
    const stamps = { schema: SCHEMA_VERSION, rev: 1, createdAt: MADE_AT, updatedAt: MADE_AT }
    const after = { id, ...stamps, origin: 'person', ...put.value, mediaType: 'image/jpeg', purpose: 'photo' }
    changes.push({ table: 'attachments', id, after })
  }
  const { notebookId, deviceId } = log.value.head()
  const label = { key: 'change.sample' }
  const origin = 'sample' as const
  const set = { id: uuidV7(), label, origin, notebookId, deviceId, at: MADE_AT, changes }
  const appended = await log.value.append(set)
  await log.value.close()
  if (!appended.ok) throw new Error(appended.error.code)
}

/** The least that a complete copy which is read back can cost. */
async function copyBare(userData: string, to: string): Promise<void> {
  const folder = path.join(userData, NOTEBOOK_FOLDER, 'attachments')
  for (const found of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!found.isFile()) continue
    await pipeline(
      createReadStream(path.join(found.parentPath, found.name)),
      createWriteStream(to, { flags: 'a' }),
    )
  }
  const sum = createHash('sha256')
  await pipeline(createReadStream(to), sum)
}

async function saveCopy(page: Page, passphrase?: string): Promise<void> {
  if (passphrase === undefined) {
    await page
      .getByRole('button', { name: /^Save a copy/ })
      .first()
      .click()
  } else {
    await page
      .getByRole('button', { name: /^More with the backup/ })
      .first()
      .press('Enter')
    await page.getByRole('menuitem', { name: 'Save a copy with a passphrase…' }).press('Enter')
    const asking = page.getByRole('dialog', { name: 'A copy with a passphrase' })
    await asking.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await asking.getByLabel('The same once more').fill(passphrase)
    await page.keyboard.press('Enter')
  }
  await page.getByText(/^The copy was saved and checked/).waitFor({ timeout: LIMIT_MS })
}
