import { expect, it } from 'vitest'
import { treeLabel } from '../../../renderer/insights/treeLabel'

/** A line of twelve signs, each as wide as the next. */
const fits = (words: string) => [...words].length <= 12

it('leaves a short name on one line', () => {
  expect(treeLabel('Belle Rive', fits)).toEqual(['Belle Rive'])
})

it('breaks between words', () => {
  expect(treeLabel('Enbär Groothandel', fits)).toEqual(['Enbär', 'Groothandel'])
  expect(treeLabel('Hearth and Reed Home', fits)).toEqual(['Hearth and', 'Reed Home'])
  expect(treeLabel('Hearth & Co. Ltd', fits)).toEqual(['Hearth & Co.', 'Ltd'])
})

it('breaks a word that no line holds, and Chinese, between signs', () => {
  expect(treeLabel('Vardagsrostextil AB', fits)).toEqual(['Vardagsroste', 'xtil AB'])
  expect(treeLabel('雲林陶藝器皿進出口貿易股份有限公司', fits)).toEqual([
    '雲林陶藝器皿進出口貿易股',
    '份有限公司',
  ])
})

it('cuts what two lines do not hold', () => {
  expect(treeLabel('Copal Hogar y Asociados de Oaxaca', fits)).toEqual(['Copal Hogar', 'y Asociados…'])
})

it('ends where nothing fits', () => {
  expect(treeLabel('Silver', () => false)).toEqual(['S', 'i…'])
  expect(treeLabel(' ', fits)).toEqual([])
})
