import { describe, expect, test } from 'vitest'
import { normalPassphrase, PASSPHRASE_MAX_CHARS, passphraseProblem } from '#shared/snapshot/passphrase'

describe('a passphrase', () => {
  test('is the same whether its tone marks were typed into the letter or behind it', () => {
    const composed = 'vườn cam đầu làng'.normalize('NFC')
    const apart = 'vườn cam đầu làng'.normalize('NFD')
    expect(apart).not.toBe(composed)
    expect(normalPassphrase(apart)).toBe(normalPassphrase(composed))
    expect(passphraseProblem(composed, apart)).toBeUndefined()
  })

  test('is the same with the full-width digits of a Chinese keyboard', () => {
    expect(normalPassphrase('果园１２３４')).toBe('果园1234')
  })

  test('keeps its spaces and its case', () => {
    expect(normalPassphrase(' Four words ')).toBe(' Four words ')
  })

  test.each([
    ['too few characters', 'ninechars', 'ninechars', 'short'],
    ['nothing', '', '', 'short'],
    ['pairs of code units count once', '🌳🌳🌳🌳🌳🌳', '🌳🌳🌳🌳🌳🌳', 'short'],
    ['ten will do', 'ten chars!', 'ten chars!', undefined],
    ['another one again', 'plums and pears', 'plums and peas', 'different'],
    ['a book', 'a'.repeat(PASSPHRASE_MAX_CHARS + 1), 'a'.repeat(PASSPHRASE_MAX_CHARS + 1), 'long'],
  ])('%s', (_what, first, again, problem) => {
    expect(passphraseProblem(first, again)).toBe(problem)
  })
})
