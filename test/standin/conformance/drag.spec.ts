import { expect, isStandIn, test } from './fixtures'

/** A red point, the smallest picture that there is. */
const POINT =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8Dwn4EIwDiqEAAGTgMBfMuxTwAAAABJRU5ErkJggg=='

test('a drag without a picture or without a file is refused', async ({ running }) => {
  const refused = await running.app.evaluate(({ BrowserWindow, nativeImage }, address) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const icon = nativeImage.createFromDataURL(address)
    return [{ file: '/tmp/ana.vcf' }, { icon }].map((item) => {
      try {
        contents?.startDrag(item as Electron.Item)
        return 'taken'
      } catch (fault) {
        return fault instanceof Error ? fault.message : ''
      }
    })
  }, POINT)
  expect(refused).toEqual([expect.stringContaining('icon'), expect.stringContaining("'file'")])
})

test('a drag is printed, and a test may put its own in place', async ({ running }) => {
  // The real one waits for a pointer whose button is down, which no test has.
  test.skip(!isStandIn, 'only the stand-in starts a drag without a pointer')
  const printed: string[] = []
  running.app.process().stderr?.on('data', (text: Buffer) => printed.push(text.toString()))
  running.app.process().stdout?.on('data', (text: Buffer) => printed.push(text.toString()))
  const seen = await running.app.evaluate(({ BrowserWindow, nativeImage }, address) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const icon = nativeImage.createFromDataURL(address)
    contents?.startDrag({ file: '/tmp/ana.vcf', icon })
    const own: string[] = []
    if (contents !== undefined) contents.startDrag = ({ file }) => void own.push(file)
    contents?.startDrag({ file: '/tmp/bo.vcf', icon })
    return own
  }, POINT)
  expect(seen).toEqual(['/tmp/bo.vcf'])
  await expect.poll(() => printed.join('')).toContain('webContents.startDrag /tmp/ana.vcf')
  expect(printed.join('')).not.toContain('bo.vcf')
})
