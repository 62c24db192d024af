import { expect, test } from 'vitest'
import { ok } from '#shared/result'
import { dropErasedIndex } from '../../../electron/erasure/dropErasedIndex'
import { SimFs } from '../../support/simFs'

async function sessionDisk(): Promise<SimFs> {
  const fs = new SimFs()
  await fs.makeFolder('/s')
  await fs.makeFolder('/s/IndexedDB')
  await fs.makeFolder('/s/IndexedDB/app_orchard_0.indexeddb.leveldb')
  fs.poke('/s/IndexedDB/app_orchard_0.indexeddb.leveldb/000005.ldb', Buffer.from('Anna'))
  fs.poke('/s/Preferences', Buffer.from('{}'))
  return fs
}

function notebook(hasErasedIndex: boolean) {
  const notes: string[] = []
  return {
    notes,
    hasErasedIndex: () => hasErasedIndex,
    noteIndexDropped: async () => {
      notes.push('dropped')
      return ok(null)
    },
  }
}

test('after an erasure the index’s files go, and nothing else of the session', async () => {
  const fs = await sessionDisk()
  const erased = notebook(true)
  expect(await dropErasedIndex(fs, '/s', erased)).toEqual(ok(null))
  expect(await fs.list('/s')).toEqual(['Preferences'])
  expect(erased.notes).toEqual(['dropped'])
})

test('without one they stay, and a disk that refuses is tried again', async () => {
  const fs = await sessionDisk()
  expect(await dropErasedIndex(fs, '/s', notebook(false))).toEqual(ok(null))
  expect(await fs.list('/s')).toEqual(['IndexedDB', 'Preferences'])
  fs.configure({ fault: ({ op }) => (op === 'unlink' ? { errno: 'EBUSY' } : undefined) })
  const erased = notebook(true)
  expect(await dropErasedIndex(fs, '/s', erased)).toMatchObject({ error: { code: 'erasure.ioFailed' } })
  expect(erased.notes).toEqual([])
})
