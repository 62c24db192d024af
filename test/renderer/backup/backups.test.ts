import { describe, expect, test } from 'vitest'
import type { BackupInfo } from '#shared/ipc/backup'
import type { OrchardBridge } from '#shared/ipc/contract'
import { err, ok, type Result } from '#shared/result'
import { Backups } from '../../../renderer/backup/backups'
import { piecesOf } from '../../../renderer/backup/sendSnapshot'
import { createBackupState } from '../../../renderer/store/backupState'
import type { Notebook } from '../../../renderer/store/notebook'
import { createNotebookState } from '../../../renderer/store/notebookState'

const SUMMARY = { lastSeq: 5, counts: {}, logRows: 0, lines: 0 }

function info(lastSeq: number, isCurrent = true): BackupInfo {
  const rest = { reason: 'quit' as const, createdAt: 0, generation: 1, sizeBytes: 1, counts: {}, sha256: '' }
  return { id: `b${lastSeq}`, lastSeq, isCurrent, ...rest }
}

/** A window whose main process answers as told and notes what it was asked. */
function fixture(
  answers: Readonly<Record<string, Result<unknown>>> = {},
  generation = 1,
  pages = [{ share: 1, takesMs: 0 }],
) {
  let now = 0
  const asked: string[] = []
  const list: BackupInfo[] = []
  const call = (channel: string, given: Result<unknown>) => async (first: unknown) => {
    asked.push(`${channel} ${typeof first === 'string' ? first : ''}`.trim())
    if (channel === 'finish' && answers.finish === undefined) list.unshift(info(5))
    return answers[channel] ?? given
  }
  const calls = {
    'backup:begin': call('begin', ok('token')),
    'backup:write': call('write', ok(null)),
    'backup:finish': call('finish', ok(info(5))),
    'backup:abandon': call('abandon', ok(null)),
    'backup:list': async () => ok({ backups: [...list], unreadable: [] }),
    'backup:restore': call('restore', ok(null)),
    'place:state': async () => ok(null),
  } as unknown as OrchardBridge['call']
  const state = createNotebookState()
  state.setState({ phase: 'ready', appliedSeq: 5 })
  const notebook = {
    state,
    checked: Promise.resolve(),
    wasRestored: generation > 1,
    database: () => (state.getState().phase === 'ready' ? {} : undefined),
    settled: async () => undefined,
  } as unknown as Notebook
  const unasked = async () => err('index.fault')
  const worker = {
    takeBackBegin: unasked,
    takeBackPage: unasked,
    takeBackEnd: unasked,
    exportPage: async (cursor: number) => {
      const { share, takesMs } = pages[cursor] ?? { share: 1, takesMs: 0 }
      now += takesMs
      const isLast = cursor === pages.length - 1
      const lines = new TextEncoder().encode('a\n')
      return ok({ lines, next: isLast ? null : cursor + 1, share, summary: isLast ? SUMMARY : undefined })
    },
  }
  return { backups: new Backups(calls, worker, notebook, createBackupState(), () => now), asked, list, state }
}

describe('backups in the window', () => {
  test('closing takes one when something changed, and none when nothing did', async () => {
    const { backups, asked, state } = fixture()
    await backups.takeIfChanged('quit')
    expect(asked).toEqual(['begin quit', 'write token', 'finish token'])
    await backups.takeIfChanged('quit')
    expect(asked).toHaveLength(3)
    state.setState({ appliedSeq: 6 })
    await backups.takeIfChanged('quit')
    expect(asked).toHaveLength(6)
  })

  test('whoever closes waits for a backup only where it can be done in time', async () => {
    const pages = [0.1, 0.2, 0.3, 1].map((share) => ({ share, takesMs: 10_000 }))
    const patient = fixture({}, 1, pages)
    patient.backups.hurry(200_000)
    expect(await patient.backups.takeIfChanged('quit')).toMatchObject({ ok: true })
    const hasty = fixture({}, 1, pages)
    hasty.backups.hurry(90_000)
    expect(await hasty.backups.takeIfChanged('quit')).toEqual(err('backup.noTime'))
    expect(hasty.asked).toEqual(['begin quit', 'abandon token'])
    // One that is under way is given up as well.
    const resting = fixture({}, 1, pages)
    const taken = resting.backups.take('rest')
    resting.backups.hurry(90_000)
    expect(await taken).toEqual(err('backup.noTime'))
  })

  test('an index that waits for repair is not backed up', async () => {
    const { backups, asked, state } = fixture()
    state.setState({ phase: 'repairing' })
    expect(await backups.takeIfChanged('quit')).toEqual(ok(undefined))
    expect(await backups.take('manual')).toEqual(err('backup.indexBroken'))
    state.setState({ phase: 'failed' })
    expect(await backups.take('manual')).toEqual(err('backup.indexBroken'))
    expect(asked).toEqual([])
  })

  test('while the notebook is still opening a backup waits, and says that', async () => {
    const { backups, state } = fixture()
    state.setState({ phase: 'catchingUp' })
    expect(await backups.take('manual')).toEqual(err('backup.notReady'))
  })

  test('a full disk is told, gives nothing half, and is forgotten by the next that succeeds', async () => {
    const answers: Record<string, Result<unknown>> = { write: err('backup.diskFull') }
    const { backups, asked } = fixture(answers)
    expect(await backups.take('manual')).toEqual(err('backup.diskFull'))
    expect(asked.at(-1)).toBe('abandon token')
    expect(backups.state.getState()).toMatchObject({ failure: 'backup.diskFull', running: undefined })
    delete answers.write
    expect(await backups.take('manual')).toMatchObject({ ok: true })
    expect(backups.state.getState().failure).toBeUndefined()
  })

  test('a restore is asked for only after a backup of now, and again when something was saved in between', async () => {
    const { backups, asked } = fixture({ restore: err('backup.noWayBack') })
    expect(await backups.restore('b1')).toEqual(err('backup.noWayBack'))
    const once = ['begin beforeRestore', 'write token', 'finish token', 'restore b1']
    expect(asked).toEqual([...once, ...once, ...once])
  })

  test('no backup, no restore', async () => {
    const { backups, asked } = fixture({ finish: err('backup.tampered') })
    expect(await backups.restore('b1')).toEqual(err('backup.tampered'))
    expect(asked).not.toContain('restore b1')
  })

  test('right after a restore the new generation gets its own backup, once', async () => {
    const { backups, asked } = fixture({}, 2)
    await backups.start()
    expect(asked[0]).toBe('begin afterRestore')
    await backups.start()
    expect(asked).toHaveLength(3)
  })

  test('lines are cut at their ends only', () => {
    const text = `${'x'.repeat(10)}\n${'y'.repeat(3)}\n${'z'.repeat(3)}\n`
    const pieces = [...piecesOf(new TextEncoder().encode(text), 8)].map((piece) =>
      new TextDecoder().decode(piece),
    )
    expect(pieces).toEqual([`${'x'.repeat(10)}\n`, 'yyy\nzzz\n'])
    expect([...piecesOf(new Uint8Array(0))]).toEqual([])
  })
})
