import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  evenOutSlots,
  hasKeyFile,
  makeKey,
  openWithPassphrase,
  openWithRecovery,
  readKeyFile,
  withNewRecovery,
  withPassphrase,
  writeKeyFile,
} from '../../../electron/lock/keyFile'
import { createSeal } from '../../../electron/lock/sealBox'
import { QUICK_SEAL, valueIn } from '../../support/backupDisk'
import { SimFs } from '../../support/simFs'

const WORDS = 'four words nobody guesses'

test('passphrase and recovery code open the same key, nothing else does', async () => {
  const made = await makeKey(WORDS, QUICK_SEAL)
  expect(made.key).toHaveLength(32)
  expect(valueIn(await openWithPassphrase(made.keys, WORDS))).toEqual(made.key)
  expect(valueIn(await openWithRecovery(made.keys, made.recoveryCode))).toEqual(made.key)
  expect(await openWithPassphrase(made.keys, `${WORDS}.`)).toEqual({
    ok: false,
    error: { code: 'lock.wrong' },
  })
  expect(await openWithPassphrase(made.keys, made.recoveryCode)).toEqual({
    ok: false,
    error: { code: 'lock.wrong' },
  })
  expect(await openWithRecovery(made.keys, WORDS)).toEqual({ ok: false, error: { code: 'lock.badCode' } })
  const other = await makeKey(WORDS, QUICK_SEAL)
  expect(await openWithRecovery(made.keys, other.recoveryCode)).toEqual({
    ok: false,
    error: { code: 'lock.wrong' },
  })
  expect(other.key).not.toEqual(made.key)
  expect(JSON.stringify(made.keys)).not.toContain(Buffer.from(made.key).toString('hex'))
})

test('a Vietnamese passphrase opens however the keyboard writes it', async () => {
  const made = await makeKey('Đường về nhà'.normalize('NFD'), QUICK_SEAL)
  expect((await openWithPassphrase(made.keys, 'Đường về nhà'.normalize('NFC'))).ok).toBe(true)
})

test('another passphrase, another sheet: the key stays, the ones before open nothing', async () => {
  const made = await makeKey(WORDS, QUICK_SEAL)
  const keys = await withPassphrase(made, 'another sentence by heart', QUICK_SEAL)
  expect(valueIn(await openWithPassphrase(keys, 'another sentence by heart'))).toEqual(made.key)
  expect((await openWithPassphrase(keys, WORDS)).ok).toBe(false)
  expect((await openWithRecovery(keys, made.recoveryCode)).ok).toBe(true)
  const renewed = await withNewRecovery({ key: made.key, keys }, QUICK_SEAL)
  expect(valueIn(await openWithRecovery(renewed.keys, renewed.recoveryCode))).toEqual(made.key)
  expect((await openWithRecovery(renewed.keys, made.recoveryCode)).ok).toBe(false)
})

test('a key file that was tampered with opens nothing', async () => {
  const { keys } = await makeKey(WORDS, QUICK_SEAL)
  const { wrapped, salt } = keys.passphrase
  const turned = (text: string) => (text[0] === '0' ? '1' : '0') + text.slice(1)
  for (const passphrase of [
    { ...keys.passphrase, wrapped: turned(wrapped) },
    { ...keys.passphrase, salt: turned(salt) },
    { ...keys.passphrase, cost: 32 },
  ])
    expect((await openWithPassphrase({ ...keys, passphrase }, WORDS)).ok).toBe(false)
  const moved = { ...keys, keyId: turned(keys.keyId) }
  expect(await openWithPassphrase(moved, WORDS)).toEqual({ ok: false, error: { code: 'lock.damaged' } })
})

test('the power fails while a passphrase is changed: the one before or the new one opens', async () => {
  const fs = new SimFs()
  await fs.makeFolder('/n')
  await fs.syncFolder('/')
  const made = await makeKey(WORDS, QUICK_SEAL)
  expect(await hasKeyFile(fs, '/n')).toBe(false)
  valueIn(await writeKeyFile(fs, '/n', made.keys))
  const next = await withPassphrase(made, 'another sentence by heart', QUICK_SEAL)
  const images: SimFs[] = []
  fs.configure({ before: ({ index }) => void images.push(fs.crash(index), fs.crash(-index)) })
  valueIn(await writeKeyFile(fs, '/n', next))
  fs.configure({})
  for (const image of images) {
    const found = valueIn(await readKeyFile(image, '/n'))
    expect([made.keys, next]).toContainEqual(found)
  }
  expect(valueIn(await readKeyFile(fs, '/n'))).toEqual(next)
  // Neither slot opens with the passphrase before.
  for (const slot of ['KEY.a', 'KEY.b'])
    expect(Buffer.from(fs.peek(`/n/${slot}`) ?? []).toString()).toContain(next.passphrase.wrapped)
  // Whatever was left by a kill, the next unlocking makes them the same.
  for (const image of images) {
    const found = valueIn(await readKeyFile(image, '/n'))
    valueIn(await evenOutSlots(image, '/n', found))
    for (const slot of ['KEY.a', 'KEY.b'])
      expect(Buffer.from(image.peek(`/n/${slot}`) ?? []).toString()).toContain(found.passphrase.wrapped)
  }
})

test('whatever is sealed opens in its own place and unchanged, and nowhere else', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), fc.string(), fc.nat(), (plain, place, other, at) => {
      const seal = createSeal(new Uint8Array(32).fill(3))
      const sealed = seal.seal(plain, place)
      expect(seal.open(sealed, place)).toEqual(plain)
      if (other !== place) expect(seal.open(sealed, other)).toBeUndefined()
      const changed = Uint8Array.from(sealed)
      changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ 4
      expect(seal.open(changed, place)).toBeUndefined()
      expect(createSeal(new Uint8Array(32).fill(4)).open(sealed, place)).toBeUndefined()
      expect(seal.open(sealed.subarray(0, 20), place)).toBeUndefined()
    }),
  )
})
