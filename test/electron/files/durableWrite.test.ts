import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { durableWrite, removeLeftovers } from '../../../electron/files/durableWrite'
import { errnoOf, fsFailure, nodeFs, retryWhileBusy } from '../../../electron/files/fsPort'
import { type SimCall, type SimFault, SimFs } from '../../support/simFs'

const CONTENT = Buffer.from('content '.repeat(2_000))

async function newDisk(): Promise<SimFs> {
  const fs = new SimFs()
  await fs.makeFolder('/n')
  return fs
}

async function* chunks(failsAt = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < CONTENT.length; at += 1_000) {
    if (at >= failsAt) throw new Error('parser stopped')
    yield CONTENT.subarray(at, at + 1_000)
  }
}

describe('durableWrite', () => {
  test('writes bytes and streams alike, private to the user', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'orchard-files-'))
    try {
      const plain = await durableWrite(nodeFs, folder, 'plain', CONTENT)
      const streamed = await durableWrite(nodeFs, folder, 'streamed', chunks())
      expect(plain).toEqual(streamed)
      expect(plain).toMatchObject({ ok: true, value: { sizeBytes: CONTENT.length } })
      expect(await readFile(join(folder, 'streamed'))).toEqual(CONTENT)
      expect((await readdir(folder)).sort()).toEqual(['plain', 'streamed'])
      if (process.platform !== 'win32') expect((await stat(join(folder, 'plain'))).mode & 0o777).toBe(0o600)
      await nodeFs.makeFolder(join(folder, 'inner'))
      if (process.platform !== 'win32') expect((await stat(join(folder, 'inner'))).mode & 0o777).toBe(0o700)
      expect(await nodeFs.stat(join(folder, 'nothing'))).toBeNull()
      expect(await nodeFs.freeBytes(folder)).toBeGreaterThan(0)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('never writes over a file unless told to', async () => {
    const fs = await newDisk()
    await durableWrite(fs, '/n', 'file', Buffer.from('old'))
    expect(await durableWrite(fs, '/n', 'file', CONTENT)).toEqual({
      ok: false,
      error: { code: 'file.exists' },
    })
    expect(await durableWrite(fs, '/n', 'file', CONTENT, { onExisting: 'replace' })).toMatchObject({
      ok: true,
    })
    expect(fs.peek('/n/file')).toEqual(Uint8Array.from(CONTENT))
  })

  test.each(['ENOSPC', 'EIO', 'EROFS'])(
    '%s at any operation leaves the target and nothing else',
    async (errno) => {
      const codes = new Set<string>()
      for (let n = 1; ; n++) {
        const fs = await newDisk()
        await durableWrite(fs, '/n', 'file', Buffer.from('old'))
        const from = fs.operations
        const isHit = ({ index, op }: SimCall): boolean => index === from + n && op !== 'close'
        let hits = 0
        fs.configure({
          fault: (call): SimFault | undefined => {
            if (!isHit(call)) return undefined
            hits++
            return { errno }
          },
        })
        const result = await durableWrite(fs, '/n', 'file', chunks(), { onExisting: 'replace' })
        if (hits === 0 && result.ok && fs.operations < from + n) break
        expect(await fs.list('/n')).toEqual(['file'])
        const content = Buffer.from(fs.peek('/n/file') ?? [])
        if (!result.ok) codes.add(result.error.code)
        // Only the sync of the folder comes after the swap.
        expect(content.equals(CONTENT) || content.toString() === 'old').toBe(true)
        if (result.ok) expect(content.equals(CONTENT)).toBe(true)
      }
      expect([...codes]).toEqual([
        { ENOSPC: 'file.diskFull', EIO: 'file.ioFailed', EROFS: 'file.readOnly' }[errno],
      ])
    },
  )

  test('loops over short writes', async () => {
    const fs = await newDisk()
    fs.configure({ fault: ({ op }) => (op === 'write' ? { writeOnly: 700 } : undefined) })
    expect(await durableWrite(fs, '/n', 'file', CONTENT)).toMatchObject({ ok: true })
    expect(fs.peek('/n/file')).toEqual(Uint8Array.from(CONTENT))
  })

  test('finds a disk that lies about what it wrote', async () => {
    const fs = await newDisk()
    const liar = {
      ...portOf(fs),
      open: async (...args: Parameters<SimFs['open']>) => {
        const file = await fs.open(...args)
        // Says that everything was written and drops the last byte of each write.
        return {
          ...file,
          write: (bytes: Uint8Array, at: number) => file.write(bytes.subarray(1), at).then((n) => n + 1),
        }
      },
    }
    expect(await durableWrite(liar, '/n', 'file', CONTENT)).toEqual({
      ok: false,
      error: { code: 'file.verifyFailed' },
    })
    expect(await fs.list('/n')).toEqual([])
  })

  test('the caller may check the content, and a stream that fails leaves nothing', async () => {
    const fs = await newDisk()
    let sizeBytes = 0
    const verify = async (readBack: AsyncIterable<Uint8Array>) => {
      for await (const chunk of readBack) sizeBytes += chunk.length
      return { ok: false as const, error: { code: 'snapshot.badCount' } }
    }
    expect(await durableWrite(fs, '/n', 'file', CONTENT, { verify })).toEqual({
      ok: false,
      error: { code: 'snapshot.badCount' },
    })
    expect(sizeBytes).toBe(CONTENT.length)
    expect(await durableWrite(fs, '/n', 'file', chunks(5_000))).toEqual({
      ok: false,
      error: { code: 'file.sourceFailed' },
    })
    expect(await fs.list('/n')).toEqual([])
  })

  test('removes what a kill left and nothing else', async () => {
    const fs = await newDisk()
    for (const name of ['file', 'file.tmp-0123456789abcdef', 'notes.tmp-x']) fs.poke(`/n/${name}`, CONTENT)
    expect(await removeLeftovers(fs, '/n')).toBe(1)
    expect(await fs.list('/n')).toEqual(['file', 'notes.tmp-x'])
    expect(await removeLeftovers(fs, '/absent')).toBe(0)
  })
})

describe('the port', () => {
  test('waits for virus scanners on Windows and nowhere else', async () => {
    const busy = (times: number) => async (): Promise<void> => {
      if (times-- > 0) throw Object.assign(new Error('busy'), { code: 'EBUSY' })
    }
    await expect(retryWhileBusy(busy(2), 'win32', [1, 1, 1])).resolves.toBeUndefined()
    await expect(retryWhileBusy(busy(9), 'win32', [1, 1, 1])).rejects.toMatchObject({ code: 'EBUSY' })
    await expect(retryWhileBusy(busy(1), 'linux', [1, 1, 1])).rejects.toMatchObject({ code: 'EBUSY' })
  })

  test('turns errors into codes without paths', () => {
    const full = Object.assign(new Error("ENOSPC: write '/home/me/secret'"), { code: 'ENOSPC' })
    expect(fsFailure('journal', full)).toEqual({
      ok: false,
      error: { code: 'journal.diskFull', params: { errno: 'ENOSPC' } },
    })
    expect(fsFailure('journal', new TypeError('x'))).toEqual({
      ok: false,
      error: { code: 'journal.unexpected' },
    })
    expect(errnoOf('text')).toBeUndefined()
  })
})

/** The port's methods as plain functions, so that one can be replaced. */
function portOf(fs: SimFs) {
  return {
    open: fs.open.bind(fs),
    rename: fs.rename.bind(fs),
    unlink: fs.unlink.bind(fs),
    list: fs.list.bind(fs),
    makeFolder: fs.makeFolder.bind(fs),
    removeFolder: fs.removeFolder.bind(fs),
    stat: fs.stat.bind(fs),
    syncFolder: fs.syncFolder.bind(fs),
    freeBytes: fs.freeBytes.bind(fs),
  }
}
