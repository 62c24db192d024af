import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { openDraftStore } from '../../../electron/drafts/draftStore'
import { nodeFs } from '../../../electron/files/fsPort'
import { openHead } from '../../../electron/journal/head'
import { EntryKind } from '../../../electron/journal/journal'
import { openJournal } from '../../../electron/journal/openJournal'
import { type KillPlan, killingFs } from './killingFs'
import { draftText, entryId, entryText } from './writtenContent'

/** What the parent asks of a writer. */
export interface WriterTask {
  readonly folder: string
  /** First count for ids, so that ids differ between lives. */
  readonly firstCount: number
  /** Groups of appends; each group also saves a draft and HEAD. */
  readonly rounds: number
  readonly segmentBytes: number
  readonly plan: KillPlan
}

/** One line per acknowledgement, written without a buffer of ours in between: what was printed was acknowledged. */
function say(...words: (string | number)[]): void {
  writeSync(1, `${words.join(' ')}\n`)
}

async function run(task: WriterTask): Promise<void> {
  const { fs, counts } = killingFs(nodeFs, task.plan)
  const { folder, segmentBytes } = task
  const journal = await openJournal({ fs, folder, segmentBytes })
  const head = await openHead(fs, folder)
  const drafts = await openDraftStore(fs, join(folder, 'drafts'))
  if (!journal.ok || !head.ok || !drafts.ok)
    throw new Error(`cannot open ${JSON.stringify({ journal, head, drafts })}`)
  say('open')
  let count = task.firstCount
  for (let round = 0; round < task.rounds; round++) {
    const group = Array.from({ length: 1 + (round % 3) }, async () => {
      count++
      const id = entryId(count)
      const result = await journal.value.append(EntryKind.change, id, Buffer.from(entryText(id)))
      if (result.ok) say('entry', result.value.seq, id)
    })
    if (round === Math.floor(task.rounds / 2)) {
      const id = entryId(++count)
      const result = await journal.value.startGeneration(id, Buffer.from(entryText(id)))
      if (result.ok) say('entry', result.value.seq, id)
    }
    const mark = count
    const saved = drafts.value.save('note', Buffer.from(draftText(mark)))
    const written = head.value.write({
      generation: mark,
      databaseName: 'orchard_g1',
      schema: 1,
      floor: {},
      lastSnapshot: null,
      everHadRecords: true,
    })
    if ((await saved).ok) say('draft', mark)
    if ((await written).ok) say('head', mark)
    await Promise.all(group)
  }
  await journal.value.close()
  say('done', counts.calls, counts.writes)
}

await run(JSON.parse(process.argv[2] ?? '{}') as WriterTask)
