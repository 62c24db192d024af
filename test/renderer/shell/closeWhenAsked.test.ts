import { expect, test } from 'vitest'
import { LONGEST_CLOSING_MS } from '#shared/ipc/closing'
import { closeWhenAsked } from '../../../renderer/shell/closeWhenAsked'

/** The order in which a window that is closed brings its work to an end. */
async function closed(takeIfChanged: () => Promise<unknown>): Promise<string[]> {
  const did: string[] = []
  const note =
    (name: string) =>
    async (...said: readonly unknown[]) =>
      void did.push([name, ...said].join(' '))
  let isReady = () => {}
  const ready = new Promise<void>((resolve) => {
    isReady = resolve
  })
  const parts = {
    bridge: {
      on: (channel: string, listener: () => void) => {
        if (channel === 'app:closing') listener()
      },
      call: { 'app:readyToClose': () => note('ready')().then(isReady) },
    },
    notebook: { settled: note('settled') },
    backups: {
      hurry: note('hurry'),
      takeIfChanged: async (reason: string) => {
        await note('backup')(reason)
        return takeIfChanged()
      },
    },
    boot: { keep: note('boot') },
  }
  closeWhenAsked(parts as unknown as Parameters<typeof closeWhenAsked>[0])
  await ready
  return did
}

test('a backup that cannot be done in time is hurried first; one that fails stops nobody', async () => {
  const expected = [`hurry ${LONGEST_CLOSING_MS}`, 'settled', 'boot', 'backup quit', 'ready']
  expect(await closed(async () => undefined)).toEqual(expected)
  expect(await closed(() => Promise.reject(new Error('gone')))).toEqual(expected)
})
