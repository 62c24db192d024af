import { describe, expect, test } from 'vitest'
import { type DraftStore, openDraftStore } from '../../../electron/drafts/draftStore'
import { SimFs } from '../../support/simFs'

async function openOn(fs: SimFs): Promise<DraftStore> {
  const store = await openDraftStore(fs, '/drafts')
  if (!store.ok) throw new Error(store.error.code)
  return store.value
}

async function textOf(store: DraftStore, name: string): Promise<string | null> {
  const loaded = await store.load(name)
  if (!loaded.ok) return loaded.error.code
  return loaded.value && Buffer.from(loaded.value).toString()
}

describe('drafts', () => {
  test('come back after a start, and are gone after removal', async () => {
    const fs = new SimFs()
    const store = await openOn(fs)
    await store.save('touch-1', Buffer.from('Dear 李雷'))
    await store.save('touch-2', Buffer.from(''))
    const again = await openOn(fs.crash(1))
    expect(await again.list()).toEqual({ ok: true, value: ['touch-1', 'touch-2'] })
    expect(await textOf(again, 'touch-1')).toBe('Dear 李雷')
    expect(await textOf(again, 'touch-2')).toBe('')
    expect(await textOf(again, 'touch-3')).toBeNull()
    expect(await again.remove('touch-1')).toEqual({ ok: true, value: undefined })
    expect(await again.remove('touch-1')).toEqual({ ok: true, value: undefined })
    expect(await textOf(again, 'touch-1')).toBeNull()
    expect(await again.list()).toEqual({ ok: true, value: ['touch-2'] })
  })

  test('a removed text is nowhere on the disk', async () => {
    const fs = new SimFs()
    const store = await openOn(fs)
    await store.save('a', Buffer.from('one'))
    await store.save('a', Buffer.from('two'))
    await store.remove('a')
    expect(await fs.list('/drafts')).toEqual([])
    await store.save('a', Buffer.from('three'))
    expect(await textOf(await openOn(fs.crash(3)), 'a')).toBe('three')
  })

  test('typing faster than the disk writes the latest text only', async () => {
    const fs = new SimFs()
    const store = await openOn(fs)
    let syncs = 0
    fs.configure({
      before: async ({ op }) => {
        if (op === 'sync') syncs++
        await new Promise((resolve) => setImmediate(resolve))
      },
    })
    const saves = Array.from({ length: 200 }, (_, n) => store.save('note', Buffer.from(`text ${n}`)))
    expect((await Promise.all(saves)).every((result) => result.ok)).toBe(true)
    expect(await textOf(store, 'note')).toBe('text 199')
    expect(syncs).toBeLessThanOrEqual(2)
    void store.save('note', Buffer.from('last'))
    await store.flush()
    fs.configure({})
    expect(await textOf(await openOn(fs.crash(1)), 'note')).toBe('last')
  })

  test('does not confuse a damaged draft with none', async () => {
    const fs = new SimFs()
    const store = await openOn(fs)
    await store.save('a', Buffer.from('one'))
    await store.save('a', Buffer.from('two'))
    const [newer, older] = ['/drafts/draft-a.b', '/drafts/draft-a.a']
    fs.poke(newer, new Uint8Array(60))
    expect(await textOf(await openOn(fs), 'a')).toBe('one')
    fs.poke(older, new Uint8Array(60))
    expect(await textOf(await openOn(fs), 'a')).toBe('draft.damaged')
    expect(await (await openOn(fs)).list()).toEqual({ ok: true, value: ['a'] })
  })

  test('refuses names that are paths, and texts beyond the limit', async () => {
    const store = await openOn(new SimFs())
    for (const name of ['', '../a', 'A', 'a/b', 'a.b', 'x'.repeat(65), 'ä'])
      expect(await store.save(name, Buffer.from('x')), name).toMatchObject({
        error: { code: 'draft.badName' },
      })
    const tooLarge = await store.save('a', new Uint8Array(4 * 1024 * 1024 + 1))
    expect(tooLarge).toMatchObject({ error: { code: 'draft.tooLarge' } })
  })

  test('a removal also removes what a save that failed has left', async () => {
    const fs = new SimFs()
    const store = await openOn(fs)
    fs.configure({ fault: ({ op }) => (op === 'sync' ? { errno: 'EIO' } : undefined) })
    expect(await store.save('a', Buffer.from('one'))).toMatchObject({ ok: false })
    fs.configure({})
    expect(await store.remove('a')).toMatchObject({ ok: true })
    expect(await fs.list('/drafts')).toEqual([])
  })

  test('keeps the text before when the disk is full', async () => {
    const fs = new SimFs()
    const store = await openOn(fs)
    await store.save('a', Buffer.from('one'))
    fs.configure({ capacityBytes: () => 0 })
    expect(await store.save('a', Buffer.from('two'))).toMatchObject({ error: { code: 'draft.diskFull' } })
    expect(await textOf(store, 'a')).toBe('one')
    fs.configure({})
    expect(await store.save('a', Buffer.from('three'))).toMatchObject({ ok: true })
    expect(await textOf(await openOn(fs.crash(2)), 'a')).toBe('three')
  })
})
