import { expect, isStandIn, test } from './fixtures'

test.skip(!isStandIn, 'about what only the stand-in refuses')

test('throws on every part of Electron that it does not have', async ({ running }) => {
  const messages = await running.app.evaluate((electron) => {
    const message = (act: () => unknown): string => {
      try {
        return `returned ${typeof act()}`
      } catch (error) {
        return (error as Error).message
      }
    }
    const { app, BrowserWindow, session } = electron
    const window = BrowserWindow.getAllWindows()[0]
    return [
      message(() => electron.globalShortcut),
      message(() => electron.autoUpdater),
      message(() => electron.crashReporter),
      message(() => app.dock),
      message(() => window?.setKiosk),
      message(() => window?.webContents.debugger),
      message(() => session.defaultSession.setProxy),
      message(() => session.defaultSession.clearCache),
    ]
  })
  for (const message of messages) expect(message).toMatch(/^[\w.]+ is not implemented by the stand-in$/)
})

test('is no obstacle to code that asks whether something is there', async ({ running }) => {
  const answers = await running.app.evaluate(async (electron) => [
    'globalShortcut' in electron,
    'dock' in electron.app,
    typeof (await Promise.resolve(electron.app)),
    Object.keys(electron).includes('app'),
  ])
  expect(answers).toEqual([false, false, 'object', true])
})

test('refuses windows that it could only pretend to give', async ({ running }) => {
  const messages = await running.app.evaluate(({ BrowserWindow }) => {
    const bad = [
      { contextIsolation: false },
      { nodeIntegration: true },
      { sandbox: false },
      { webSecurity: false },
    ]
    return bad.map((webPreferences) => {
      try {
        new BrowserWindow({ webPreferences })
        return 'made'
      } catch (error) {
        return (error as Error).message
      }
    })
  })
  for (const message of messages) expect(message).toContain('is not implemented by the stand-in')
})

test('has no dialogs of its own but lets a test answer them', async ({ alone: running }) => {
  const answers = await running.app.evaluate(async ({ dialog }) => {
    const refused = await dialog.showSaveDialog({}).catch((error: Error) => error.message)
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: '/chosen' })
    return [refused, (await dialog.showSaveDialog({})).filePath]
  })
  expect(answers).toEqual(['dialog.showSaveDialog is not implemented by the stand-in', '/chosen'])
})

test('builds menus that a test can click', async ({ running }) => {
  const clicked = await running.app.evaluate(({ Menu }) => {
    const heard: string[] = []
    const template = [
      { label: 'File', submenu: [{ id: 'save', label: 'Save', click: () => heard.push('save') }] },
    ]
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
    Menu.getApplicationMenu()?.getMenuItemById('save')?.click()
    return heard
  })
  expect(clicked).toEqual(['save'])
})
