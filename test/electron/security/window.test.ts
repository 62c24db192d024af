import { beforeEach, expect, test, vi } from 'vitest'
import { secureWebPreferences } from '../../../electron/security/webPreferences'
import { createWindow } from '../../../electron/window'

const made = vi.hoisted(() => [] as Record<string, unknown>[])

vi.mock('electron', () => ({
  BrowserWindow: class {
    constructor(options: Record<string, unknown>) {
      made.push(options)
    }
    maximize() {}
    once() {}
  },
  screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
}))

beforeEach(() => made.splice(0))

const options = { preloadFolder: '/out/preload', isPackaged: true, dark: false, remembered: undefined }

test('the window gets the secure preferences, whole and untouched, and stays hidden until it can paint', () => {
  createWindow(options)
  expect(made[0]).toMatchObject({ show: false, width: 1280, height: 800 })
  expect(made[0]?.webPreferences).toEqual(secureWebPreferences('/out/preload/preload.cjs', true))
})

test('it comes back where it was, unless that screen is gone', () => {
  const remembered = { x: 100, y: 50, width: 1000, height: 700, maximized: false }
  createWindow({ ...options, remembered })
  createWindow({ ...options, remembered: { ...remembered, x: 5000 } })
  expect(made.map(({ x, y, width, height }) => ({ x, y, width, height }))).toEqual([
    { x: 100, y: 50, width: 1000, height: 700 },
    { x: undefined, y: undefined, width: 1000, height: 700 },
  ])
})
