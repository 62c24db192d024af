import { expect, test } from './fixtures'

/** A red point, the smallest picture that there is. */
const POINT =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8Dwn4EIwDiqEAAGTgMBfMuxTwAAAABJRU5ErkJggg=='

test('an icon in the tray takes words and a menu, hears a click and goes', async ({ running }) => {
  const seen = await running.app.evaluate(async ({ Menu, nativeImage, Tray }, address) => {
    const image = nativeImage.createFromDataURL(address)
    image.addRepresentation({ scaleFactor: 2, dataURL: address })
    const heard: string[] = []
    const tray = new Tray(image)
    tray.on('click', () => heard.push('click'))
    tray.setToolTip('Seven people')
    tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Open' }, { type: 'separator' }]))
    tray.emit('click')
    const before = tray.isDestroyed()
    tray.destroy()
    return { size: image.getSize(), heard, before, after: tray.isDestroyed() }
  }, POINT)
  expect(seen).toEqual({ size: { width: 1, height: 1 }, heard: ['click'], before: false, after: true })
})

test('recent files and the scheme of links are taken note of', async ({ running }) => {
  const answers = await running.app.evaluate(({ app }) => [
    typeof app.setAsDefaultProtocolClient('orchard-fixture'),
    typeof app.addRecentDocument('/tmp/leads.csv'),
    typeof app.clearRecentDocuments(),
  ])
  expect(answers).toEqual(['boolean', 'undefined', 'undefined'])
})
