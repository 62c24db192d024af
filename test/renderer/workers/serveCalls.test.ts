import { expect, test } from 'vitest'
import { callWorker } from '../../../renderer/workers/callWorker'
import type { NotebookWorkerCalls } from '../../../renderer/workers/notebookProtocol'
import { serveCalls } from '../../../renderer/workers/serveCalls'
import { messageEnds } from '../messageEnds'

/** A worker of which a test needs a few calls only. */
function connect(calls: Partial<NotebookWorkerCalls>) {
  const [window, worker] = messageEnds()
  serveCalls(worker, calls as NotebookWorkerCalls)
  return callWorker(window)
}

function waiting() {
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  return { release, released }
}

test('an answer comes back as a success', async () => {
  const { client } = connect({ apply: async (entries) => ({ appliedSeq: entries.length, lost: 0 }) })
  expect(await client.apply([{ seq: 1, set: undefined }])).toMatchObject({
    ok: true,
    value: { appliedSeq: 1, lost: 0 },
  })
})

test('a fault comes back by its name, never by its message', async () => {
  const { client } = connect({
    apply: async () => {
      throw Object.assign(new Error('Anna Müller'), { name: 'QuotaExceededError' })
    },
  })
  const answer = await client.apply([])
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'index.fault', params: { name: 'QuotaExceededError' } },
  })
  expect(JSON.stringify(answer)).not.toContain('Anna')
})

test('writes never overlap and keep their order', async () => {
  const happened: string[] = []
  const first = waiting()
  const { client } = connect({
    apply: async ([entry]) => {
      happened.push(`begin ${entry?.seq}`)
      if (entry?.seq === 1) await first.released
      happened.push(`end ${entry?.seq}`)
      return { appliedSeq: entry?.seq ?? 0, lost: 0 }
    },
  })
  const answers = [client.apply([{ seq: 1, set: undefined }]), client.apply([{ seq: 2, set: undefined }])]
  await new Promise((resolve) => setImmediate(resolve))
  expect(happened).toEqual(['begin 1'])
  first.release()
  await Promise.all(answers)
  expect(happened).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2'])
})

test('a search does not wait for a write', async () => {
  const write = waiting()
  const { client } = connect({
    apply: async () => {
      await write.released
      return { appliedSeq: 1, lost: 0 }
    },
    find: async () => ({ hits: { ids: [], total: 0 }, complete: true }),
  })
  const applied = client.apply([])
  expect(await client.find('x', 1)).toMatchObject({ ok: true })
  write.release()
  expect(await applied).toMatchObject({ ok: true })
})

test('a write after a failed one is still done', async () => {
  let calls = 0
  const { client } = connect({
    apply: async () => {
      calls += 1
      if (calls === 1) throw new Error('once')
      return { appliedSeq: 2, lost: 0 }
    },
  })
  expect(await client.apply([])).toMatchObject({ ok: false })
  expect(await client.apply([])).toMatchObject({ ok: true })
})

test('when the worker dies every open call and every later one says so', async () => {
  const { client, onDeath } = connect({ apply: () => new Promise(() => undefined) })
  const open = client.apply([])
  onDeath()
  const died = { ok: false, error: { code: 'index.workerDied' } }
  expect(await open).toEqual(died)
  expect(await client.verifyCounts()).toEqual(died)
})
