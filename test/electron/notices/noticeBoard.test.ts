import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { createNoticeBoard } from '../../../electron/notices/noticeBoard'
import { guards } from '../../../shared/ipc/guards'

class Shown extends EventEmitter {
  isShown = false
  show(): void {
    this.isShown = true
  }
}

test('says it once and runs the command of the one that was clicked', () => {
  const made: { words: object; shown: Shown }[] = []
  const commands: string[] = []
  const show = createNoticeBoard({
    isSupported: () => true,
    make: (words) => {
      const shown = new Shown()
      made.push({ words, shown })
      return shown
    },
    onClick: (command) => commands.push(command),
  })
  expect(show({ title: 'Review', body: 'in ten minutes', command: 'go.today' })).toEqual({ isShown: true })
  expect(made.map(({ words, shown }) => [words, shown.isShown])).toEqual([
    [{ title: 'Review', body: 'in ten minutes' }, true],
  ])
  expect(commands).toEqual([])
  made[0]?.shown.emit('click')
  expect(commands).toEqual(['go.today'])
})

test('a system that shows nothing is asked for nothing', () => {
  const show = createNoticeBoard({
    isSupported: () => false,
    make: () => {
      throw new Error('asked')
    },
    onClick: () => undefined,
  })
  expect(show({ title: 'Review', body: '', command: 'go.today' })).toEqual({ isShown: false })
})

test.each([
  { title: '', body: '', command: 'go.today' },
  { title: 'x'.repeat(201), body: '', command: 'go.today' },
  { title: 'x', body: '', command: 'undo' },
  { title: 'x', body: '', command: 'go.today', icon: 'file:///etc/passwd' },
])('the window may not say %o', (notice) => {
  expect(guards['notice:show'].safeParse([notice]).success).toBe(false)
})
