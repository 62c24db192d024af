import { expect, test } from './fixtures'

test('a notification has its words, says when it is there and hears a click', async ({ running }) => {
  const heard = await running.app.evaluate(async ({ Notification }) => {
    if (!Notification.isSupported()) return undefined
    const notice = new Notification({ title: 'Seven people', body: 'to write to today' })
    const events: string[] = []
    notice.on('click', () => events.push('click'))
    const shown = new Promise<void>((resolve) => notice.once('show', () => resolve()))
    notice.show()
    await Promise.race([shown, new Promise((resolve) => setTimeout(resolve, 5000))])
    notice.emit('click')
    notice.close()
    return { title: notice.title, body: notice.body, events }
  })
  // A machine without a desktop has no notifications, and says so.
  test.skip(heard === undefined, 'this system shows no notifications')
  expect(heard).toEqual({ title: 'Seven people', body: 'to write to today', events: ['click'] })
})
