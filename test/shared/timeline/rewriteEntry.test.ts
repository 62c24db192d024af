import { describe, expect, test } from 'vitest'
import { promisePatch, talkPatch } from '../../../shared/timeline/rewriteEntry'

describe('rewriting a talk', () => {
  test('keeps its words to the letter, marks included', () => {
    expect(talkPatch({ text: ' !send catalogue Fri\n', kind: 'call', direction: 'in' })).toEqual({
      text: ' !send catalogue Fri\n',
      kind: 'call',
      direction: 'in',
    })
  })

  test('takes the words away where only blanks are left', () => {
    expect(talkPatch({ text: ' \n', kind: 'note', direction: 'both' })).toEqual({
      text: undefined,
      kind: 'note',
      direction: 'both',
    })
  })
})

describe('rewriting a promise', () => {
  test('trims its words and takes the new day', () => {
    expect(promisePatch({ text: ' send the oak sample ', dueOn: '2026-12-03' })).toEqual({
      ok: true,
      value: { text: 'send the oak sample', dueOn: '2026-12-03' },
    })
  })

  test('refuses a promise of nothing', () => {
    expect(promisePatch({ text: '  ', dueOn: '2026-12-03' })).toMatchObject({
      ok: false,
      error: { code: 'promise.textMissing' },
    })
  })

  test('refuses a promise without a day', () => {
    expect(promisePatch({ text: 'send it', dueOn: '' })).toMatchObject({
      ok: false,
      error: { code: 'promise.dayMissing' },
    })
  })
})
