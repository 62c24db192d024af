import { readFileSync, writeSync } from 'node:fs'
import type { Result } from '#shared/result'
import { nodeFs } from '../../../electron/files/fsPort'
import { openMainProcess } from '../../support/mainProcess'
import { type KillPlan, killingFs } from '../journal/killingFs'
import type { Operation, Unsigned } from './operations'

/** What the parent asks of one life of the main process. */
export interface LifeTask {
  readonly userData: string
  readonly operations: readonly Operation[]
  readonly plan: KillPlan
  /** The operation before which the plan is armed; -1 before the start. */
  readonly armBefore: number
}

/** One line at a time, written without a buffer of ours in between: what was printed was acknowledged. */
function say(...words: (string | number)[]): void {
  writeSync(1, `${words.join(' ')}\n`)
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}

async function live(task: LifeTask): Promise<void> {
  const { fs, arm } = killingFs(nodeFs, task.plan)
  if (task.armBefore < 0) arm()
  const person = { folder: null, asked: [], opened: [] }
  const { handlers: call, close } = await openMainProcess(fs, task.userData, person)
  const { notebook } = value(await call['app:start']())
  const { notebookId, deviceId } = notebook
  const signed = (set: Unsigned) => ({ ...set, notebookId, deviceId })
  say('open')

  async function backUp(
    reason: 'manual' | 'beforeRestore',
    given: { lines: string; rows: number; live: number },
  ) {
    const token = value(await call['backup:begin'](reason))
    if (given.lines !== '') value(await call['backup:write'](token, Buffer.from(given.lines)))
    const { lastSeq } = value(await call['app:start']()).notebook
    const counts = given.rows === 0 ? {} : { products: { rows: given.rows, live: given.live } }
    return value(await call['backup:finish'](token, { lastSeq, counts, logRows: 0, lines: given.rows }))
  }

  async function run(operation: Operation): Promise<string> {
    switch (operation.kind) {
      case 'capture':
      case 'merge':
      case 'undo':
        return String(value(await call['journal:append'](signed(operation.set))).seq)
      case 'import': {
        const id = operation.chunks[0]?.id ?? ''
        value(await call['import:begin'](id))
        for (const chunk of operation.chunks)
          value(await call['import:chunk'](Buffer.from(JSON.stringify(signed(chunk)))))
        return String(value(await call['import:commit'](id, operation.chunks.length)).seq)
      }
      case 'backup':
        return (await backUp('manual', operation)).id
      case 'restore':
        await backUp('beforeRestore', operation)
        value(await call['backup:restore'](operation.id, false))
        // The window loads itself anew, and is listened to again.
        value(await call['app:start']())
        return operation.id
    }
  }

  for (const [index, operation] of task.operations.entries()) {
    if (index === task.armBefore) arm()
    say('try', index)
    say('ack', index, await run(operation))
  }
  await close()
  say('done')
}

await live(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as LifeTask)
