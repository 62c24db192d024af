import { expect, test } from 'vitest'
import { exportTitleSchema, titleAbout } from '#shared/exporting/exportFile'

test.each([
  ['Lindqvist AB', 'Orchard Lindqvist AB'],
  ['北京竹业 / 出口部', 'Orchard 北京竹业 出口部'],
  ['A/S <C:\\temp> "x"\n', 'Orchard A S C temp x'],
  ['', 'Orchard -'],
  ['///', 'Orchard -'],
  ['👪'.repeat(300), `Orchard ${'👪'.repeat(100)}`],
])('the title of a file about %j', (name, title) => {
  expect(titleAbout(name)).toBe(title)
  expect(exportTitleSchema.safeParse(titleAbout(name)).success).toBe(true)
})
