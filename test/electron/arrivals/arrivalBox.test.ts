import { expect, test, vi } from 'vitest'
import { createArrivalBox } from '../../../electron/arrivals/arrivalBox'
import { openedWith } from '../../../electron/arrivals/openedWith'

vi.mock('../../../electron/log', () => ({ log: { warn: vi.fn() } }))

const offer = async (paths: readonly string[]) =>
  paths.map((path, index) => ({ token: `t${index}`, fileName: path, sizeBytes: 1 }))
const put = (box: ReturnType<typeof createArrivalBox>, ...args: string[]) =>
  box.put(openedWith(['orchard', ...args], '/'))

test('what came is kept until somebody asks, and given once', async () => {
  const onWaiting = vi.fn()
  const box = createArrivalBox(onWaiting)
  put(box, '/a.csv')
  put(box, 'orchard://fair', 'orchard://today')
  put(box, '/b.vcf', '/old.orchard')
  expect(onWaiting).toHaveBeenCalledTimes(3)
  expect(await box.take(offer)).toEqual([
    { kind: 'place', place: 'today' },
    {
      kind: 'files',
      files: [
        { token: 't0', fileName: '/a.csv', sizeBytes: 1 },
        { token: 't1', fileName: '/b.vcf', sizeBytes: 1 },
      ],
    },
    { kind: 'backup' },
  ])
  expect(await box.take(offer)).toEqual([])
  expect(box.takeBackup()).toBe('/old.orchard')
  expect(box.takeBackup()).toBeUndefined()
})

test('a refused link wakes nobody and is logged without its words', async () => {
  const { log } = await import('../../../electron/log')
  const onWaiting = vi.fn()
  const box = createArrivalBox(onWaiting)
  put(box, 'orchard://somebody/secret')
  expect(onWaiting).not.toHaveBeenCalled()
  expect(vi.mocked(log.warn).mock.calls).toEqual([['link.refused', { count: 1 }]])
})
