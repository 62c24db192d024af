import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { err, ok } from '#shared/result'
import { createDragOut } from '../../../electron/dragging/dragOut'
import { nodeFs } from '../../../electron/files/fsPort'

let parent: string
let dragged: string[]
beforeEach(() => {
  parent = mkdtempSync(path.join(os.tmpdir(), 'orchard-drag-'))
  dragged = []
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

/** What can be dragged of one report that was saved. */
function desk(startDrag: (file: string) => void = (file) => dragged.push(file), report?: string) {
  const saved = { find: (name: string) => (name === 'Report.pdf' ? report : undefined) }
  return createDragOut({ fs: nodeFs, folder: path.join(parent, 'dragged'), saved, startDrag })
}

function file(name: string): string {
  const place = path.join(parent, name)
  writeFileSync(place, 'text')
  return place
}

test('only what this run has saved is dragged, by its name alone', async () => {
  const report = file('Report.pdf')
  file('passwords.txt')
  const dragOut = desk(undefined, report)
  expect(await dragOut.startSaved('Report.pdf')).toEqual(ok(null))
  expect(await dragOut.startSaved('passwords.txt')).toEqual(err('drag.gone'))
  expect(await dragOut.startSaved(report)).toEqual(err('drag.gone'))
  expect(dragged).toEqual([report])
})

test('a file that was moved away, and a system that takes none, are told apart', async () => {
  const dragOut = desk(() => {
    throw new Error('no icon')
  })
  expect(await dragOut.start(path.join(parent, 'gone.vcf'))).toEqual(err('drag.gone'))
  expect(await dragOut.start(parent)).toEqual(err('drag.gone'))
  expect(await dragOut.start(file('Ana.vcf'))).toEqual(err('drag.notStarted'))
})

test('clearing takes away what was made to be dragged and nothing of the person', async () => {
  const dragOut = desk()
  const report = file('Report.pdf')
  const made = await dragOut.place('Ana.vcf')
  writeFileSync(made, 'text')
  await dragOut.clear()
  expect([existsSync(path.dirname(made)), existsSync(report)]).toEqual([false, true])
  await dragOut.clear()
})
