import { expect, test } from './fixtures'

test('denies what the handlers deny', async ({ running }) => {
  const states = await running.page.evaluate(async () => {
    const query = async (name: string): Promise<string> =>
      (await navigator.permissions.query({ name: name as PermissionName })).state
    const position = new Promise<string>((done) =>
      navigator.geolocation.getCurrentPosition(
        () => done('position'),
        (error) => done(`error ${error.code}`),
      ),
    )
    return {
      notifications: await Notification.requestPermission(),
      geolocation: await query('geolocation'),
      camera: await query('camera'),
      position: await position,
      media: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'stream',
        (error: Error) => error.name,
      ),
    }
  })
  // Code 1 is PERMISSION_DENIED.
  const denied = { notifications: 'denied', geolocation: 'denied', camera: 'denied', position: 'error 1' }
  expect(states).toMatchObject(denied)
  expect(['NotAllowedError', 'NotFoundError']).toContain(states.media)
})

test('grants what the handlers grant, from the next load on', async ({ alone: running }) => {
  const { app, page } = running
  await app.evaluate(({ session }) => {
    const ours = session.fromPartition('persist:orchard')
    ours.setPermissionCheckHandler((_contents, permission, origin) => {
      return permission === 'notifications' && origin === 'app://orchard/'
    })
    ours.setPermissionRequestHandler((_contents, permission, callback) =>
      callback(permission === 'notifications'),
    )
  })
  await page.reload()
  await expect.poll(() => page.evaluate(() => Notification.permission)).toBe('granted')
  const geolocation = await page.evaluate(
    async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
  )
  expect(geolocation).toBe('denied')
})
