import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AttachmentStore,
  MAX_ATTACHMENT_BYTES,
  openAttachmentStore,
} from '../../../electron/attachments/attachmentStore'
import { SimFs } from '../../support/simFs'

async function openOn(fs: SimFs): Promise<AttachmentStore> {
  const store = await openAttachmentStore(fs, '/attachments')
  if (!store.ok) throw new Error(store.error.code)
  return store.value
}

describe('attachments', () => {
  test('come back by their hash, whatever the bytes', async () => {
    const fs = new SimFs()
    const store = await openOn(fs)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (bytes) => {
        const hash = createHash('sha256').update(bytes).digest('hex')
        expect(await store.put(bytes)).toEqual({ ok: true, value: { hash, sizeBytes: bytes.length } })
        expect(fs.peek(`/attachments/${hash.slice(0, 2)}/${hash}`)).toEqual(bytes)
        expect(await store.get(hash)).toEqual({ ok: true, value: bytes })
        expect(await store.verify(hash)).toEqual({ ok: true, value: { sizeBytes: bytes.length } })
      }),
      { numRuns: 50, seed: 3 },
    )
  })

  test('identical content is stored once, also when put at the same time', async () => {
    const fs = new SimFs()
    const store = await openOn(fs)
    const puts = Array.from({ length: 5 }, () => store.put(Buffer.from('photo')))
    const hashes = (await Promise.all(puts)).map((stored) => stored.ok && stored.value.hash)
    expect(new Set(hashes).size).toBe(1)
    expect(await fs.list(`/attachments/${String(hashes[0]).slice(0, 2)}`)).toEqual([hashes[0]])
  })

  test('damage is noticed, and put right by putting the content again', async () => {
    const fs = new SimFs()
    const store = await openOn(fs)
    const stored = await store.put(Buffer.from('photo'))
    const hash = stored.ok ? stored.value.hash : ''
    const path = `/attachments/${hash.slice(0, 2)}/${hash}`
    for (const damaged of ['photO', 'phot', 'photo!', '']) {
      fs.poke(path, Buffer.from(damaged))
      expect(await store.get(hash)).toEqual({ ok: false, error: { code: 'attachment.damaged' } })
      expect(await store.verify(hash)).toMatchObject({ error: { code: 'attachment.damaged' } })
      expect(await store.put(Buffer.from('photo'))).toMatchObject({ ok: true })
      expect(await store.verify(hash)).toMatchObject({ ok: true })
    }
    fs.drop(path)
    expect(await store.get(hash)).toMatchObject({ error: { code: 'attachment.missing' } })
  })

  test('content found in place is durable too before it is acknowledged', async () => {
    for (let seed = 0; seed < 20; seed++) {
      const fs = new SimFs()
      const store = await openOn(fs)
      // The file gets its name, but the sync of its folder fails.
      let renamed = false
      fs.configure({
        fault: ({ op }) => {
          if (op === 'rename') renamed = true
          return op === 'syncFolder' && renamed ? { errno: 'EIO' } : undefined
        },
      })
      expect(await store.put(Buffer.from('photo'))).toMatchObject({ ok: false })
      fs.configure({})
      const stored = await store.put(Buffer.from('photo'))
      const hash = stored.ok ? stored.value.hash : ''
      expect(await (await openOn(fs.crash(seed))).verify(hash), `seed ${seed}`).toMatchObject({ ok: true })
    }
  })

  test('only a hash becomes a path', async () => {
    const store = await openOn(new SimFs())
    const hostile = [
      '',
      '../../HEAD.a',
      'A'.repeat(64),
      `${'a'.repeat(63)}/`,
      `${'a'.repeat(64)}\n`,
      'a'.repeat(65),
    ]
    for (const hash of hostile) {
      expect(await store.get(hash), hash).toMatchObject({ error: { code: 'attachment.badHash' } })
      expect(await store.verify(hash), hash).toMatchObject({ error: { code: 'attachment.badHash' } })
    }
  })

  test('too large a file is refused, a full disk reported, and leftovers go at the next start', async () => {
    const fs = new SimFs()
    const store = await openOn(fs)
    expect(await store.put(new Uint8Array(MAX_ATTACHMENT_BYTES + 1))).toMatchObject({
      error: { code: 'attachment.tooLarge' },
    })
    fs.configure({ capacityBytes: () => 100 })
    expect(await store.put(Buffer.from('photo'))).toMatchObject({ error: { code: 'attachment.diskFull' } })
    fs.configure({})
    const stored = await store.put(Buffer.from('photo'))
    const folder = `/attachments/${stored.ok ? stored.value.hash.slice(0, 2) : ''}`
    fs.poke(`${folder}/x.tmp-0123456789abcdef`, Buffer.from('half'))
    await (await openOn(fs)).put(Buffer.from('photo'))
    expect((await fs.list(folder)).length).toBe(1)
  })
})
