import { existsSync } from 'node:fs'
import { cp, rm, writeFile } from 'node:fs/promises'
import { launchApp } from '../launchApp'
import { keptNotebook } from './keptNotebook'
import { untilState } from './untilState'
import { untilTrue } from './untilTrue'

const PASSPHRASE = 'four words nobody guesses'
const MARK = 'locked'

/** A copy of a kept notebook with the lock turned on; it is kept beside it. */
export async function keptLocked(customers: number): Promise<string> {
  const { userData } = await keptNotebook(customers)
  const locked = `${userData}-locked`
  if (existsSync(`${locked}/${MARK}`)) return locked
  await rm(locked, { recursive: true, force: true })
  await cp(userData, locked, { recursive: true })
  const { app, page } = await launchApp(locked)
  await untilState(page, 'ready')
  await page.evaluate(async (passphrase) => {
    await window.orchard.call['lock:prepare'](passphrase)
    await window.orchard.call['lock:turnOn']()
  }, PASSPHRASE)
  await untilTrue(
    page,
    async () => {
      const now = await window.orchard?.call['lock:state']()
      return now?.ok === true && now.value.isOn && now.value.work === null
    },
    undefined,
  )
  await untilState(page, 'ready')
  await app.close()
  await writeFile(`${locked}/${MARK}`, '')
  return locked
}

/** Starts the app on a notebook with the lock, unlocks it, and answers when the index has caught up. */
export async function launchLocked(userData: string): ReturnType<typeof launchApp> {
  const opened = await launchApp(userData)
  await untilState(opened.page, 'locked')
  await opened.page.evaluate(async (passphrase) => {
    await window.orchard.call['lock:unlock'](passphrase)
  }, PASSPHRASE)
  await untilState(opened.page, 'ready')
  return opened
}
