import { expect, test } from 'vitest'
import { askInTurn } from '../../../renderer/store/askInTurn'

/** A question whose answer comes when the test says so. */
function question(name: string, log: string[], isWanted = () => true) {
  let settle: () => void = () => undefined
  const answered = new Promise<void>((resolve) => {
    settle = resolve
  })
  const ask = () => {
    log.push(name)
    return answered
  }
  return { waiting: { isWanted, ask }, answer: () => settle() }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('one question of a kind is open at a time, and who has gone on is passed over', async () => {
  const [notebook, log] = [{}, [] as string[]]
  let isWanted = true
  const first = question('first', log)
  const left = question('left', log, () => isWanted)
  const last = question('last', log)
  for (const { waiting } of [first, left, last]) askInTurn(notebook, 'figures', waiting)
  const other = question('other kind', log)
  askInTurn(notebook, 'touches', other.waiting)
  await turn()
  expect(log).toEqual(['first', 'other kind'])
  isWanted = false
  first.answer()
  await turn()
  expect(log).toEqual(['first', 'other kind', 'last'])
  last.answer()
  await turn()
  const again = question('again', log)
  askInTurn(notebook, 'figures', again.waiting)
  await turn()
  expect(log.at(-1)).toBe('again')
})

test('a question that fails holds nobody up', async () => {
  const [notebook, log] = [{}, [] as string[]]
  askInTurn(notebook, 'figures', { isWanted: () => true, ask: () => Promise.reject(new Error('gone')) })
  askInTurn(notebook, 'figures', question('next', log).waiting)
  await turn()
  expect(log).toEqual(['next'])
})
