import { expect, test } from 'vitest'
import { ok } from '#shared/result'
import { createIndexFolder } from '../../../electron/storage/indexFolder'
import { SimFs } from '../../support/simFs'

const STORE = 'app_orchard_0.indexeddb.leveldb'

async function sessionDisk(content = 'broken'): Promise<SimFs> {
  const fs = new SimFs()
  await fs.makeFolder('/s')
  await fs.makeFolder('/s/IndexedDB')
  await fs.makeFolder(`/s/IndexedDB/${STORE}`)
  fs.poke(`/s/IndexedDB/${STORE}/000005.ldb`, Buffer.from(content))
  fs.poke('/s/Preferences', Buffer.from('{}'))
  return fs
}

test('a store is set aside whole, and nothing else of the session', async () => {
  const fs = await sessionDisk()
  expect(await createIndexFolder(fs, '/s').setAside()).toEqual(ok(null))
  expect(await fs.list('/s')).toEqual(['IndexedDB-aside-1', 'Preferences'])
  expect(await fs.list(`/s/IndexedDB-aside-1/${STORE}`)).toEqual(['000005.ldb'])
})

test('what this start has set aside stays, what an earlier one has goes', async () => {
  const fs = await sessionDisk()
  const first = createIndexFolder(fs, '/s')
  await first.setAside()
  expect(await first.forgetAside()).toEqual(ok(null))
  expect(await fs.list('/s')).toEqual(['IndexedDB-aside-1', 'Preferences'])

  await fs.makeFolder('/s/IndexedDB')
  const second = createIndexFolder(fs, '/s')
  await second.setAside()
  expect(await fs.list('/s')).toEqual(['IndexedDB-aside-1', 'IndexedDB-aside-2', 'Preferences'])
  await second.forgetAside()
  expect(await fs.list('/s')).toEqual(['IndexedDB-aside-2', 'Preferences'])
})

test('a store that somebody holds is set aside by the next start, once', async () => {
  const fs = await sessionDisk()
  fs.configure({ fault: ({ op }) => (op === 'rename' ? { errno: 'EBUSY' } : undefined) })
  const first = createIndexFolder(fs, '/s')
  expect(await first.setAside()).toMatchObject({ error: { code: 'index.ioFailed' } })
  expect(await first.setAside()).toMatchObject({ error: { code: 'index.ioFailed' } })
  expect(await fs.list('/s')).toContain('IndexedDB')

  fs.configure({ fault: () => undefined })
  expect(await createIndexFolder(fs, '/s').prepare()).toEqual(ok(null))
  expect(await fs.list('/s')).toEqual(['IndexedDB-aside-1', 'Preferences'])
  await fs.makeFolder('/s/IndexedDB')
  expect(await createIndexFolder(fs, '/s').prepare()).toEqual(ok(null))
  expect(await fs.list('/s')).toEqual(['IndexedDB', 'IndexedDB-aside-1', 'Preferences'])
})

test('on a full disk nothing is moved: the store may well be whole', async () => {
  const fs = await sessionDisk()
  fs.configure({ capacityBytes: () => 100 })
  expect(await createIndexFolder(fs, '/s').setAside()).toMatchObject({ error: { code: 'index.diskFull' } })
  expect(await fs.list('/s')).toEqual(['IndexedDB', 'Preferences'])
})

test('a session in memory has nothing to set aside', async () => {
  const folder = createIndexFolder(new SimFs(), null)
  expect(await folder.setAside()).toMatchObject({ error: { code: 'index.missing' } })
  expect([await folder.prepare(), await folder.forgetAside()]).toEqual([ok(null), ok(null)])
})
