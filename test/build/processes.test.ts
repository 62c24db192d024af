import { expect, test } from 'vitest'
import { namesFolder } from '../../build/processes'

test.each([
  ['electron\0/app\0--user-data-dir=/tmp/a\0', true],
  ['chromium\0--user-data-dir=/tmp/a/StandInChromium\0', true],
  // A child of Chromium has one argument.
  ['chromium --type=renderer --user-data-dir=/tmp/a --lang=en', true],
  ['chromium --type=gpu-process --user-data-dir=/tmp/a', true],
  ['electron\0--user-data-dir=/tmp/ab\0', false],
  ['chromium --type=renderer --user-data-dir=/tmp/ab --lang=en', false],
  ['', false],
])('%j is of the folder: %s', (commandLine, expected) => {
  expect(namesFolder(commandLine, '/tmp/a')).toBe(expected)
})
