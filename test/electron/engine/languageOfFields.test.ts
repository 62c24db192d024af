import { expect, test } from 'vitest'
import { letFieldsFollowLanguage } from '../../../electron/engine/languageOfFields'

test('one feature of the engine is switched on and no other', () => {
  const appended: unknown[] = []
  letFieldsFollowLanguage({
    commandLine: {
      appendSwitch: (...args: unknown[]) => appended.push(args),
    },
  } as unknown as Parameters<typeof letFieldsFollowLanguage>[0])
  expect(appended).toEqual([['enable-blink-features', 'LangAttributeAwareFormControlUI']])
})
