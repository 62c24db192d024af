import { expect, test } from 'vitest'
import { faultOf, updaterCode } from '../../../electron/updates/updateFault'

const coded = (code: string, message = '') => Object.assign(new Error(message), { code })

test.each([
  [new Error('net::ERR_INTERNET_DISCONNECTED'), 'update.unreachable'],
  [new Error('net::ERR_BLOCKED_BY_CLIENT'), 'update.unreachable'],
  [coded('HTTP_ERROR_503'), 'update.unreachable'],
  [coded('ERR_UPDATER_CHANNEL_FILE_NOT_FOUND'), 'update.unreachable'],
  [coded('ECONNREFUSED'), 'update.unreachable'],
  [coded('ETIMEDOUT'), 'update.unreachable'],
  [new Error('Cannot download "https://place/Orchard.exe", status 404: Not Found'), 'update.unreachable'],
  [new Error('Request has been aborted by the server'), 'update.unreachable'],
  [coded('ERR_CHECKSUM_MISMATCH'), 'update.damaged'],
  [coded('ERR_UPDATER_INVALID_SIGNATURE'), 'update.damaged'],
  [coded('ENOSPC'), 'update.diskFull'],
  [coded('ERR_UPDATER_INVALID_VERSION'), 'update.failed'],
  [new TypeError('x is not a function'), 'update.failed'],
  [null, 'update.failed'],
  ['text', 'update.failed'],
])('%s means %s', (error, meant) => {
  expect(faultOf(error)).toBe(meant)
})

test('what is logged of a failure is a fixed name and nothing else', () => {
  expect(updaterCode(coded('ERR_CHECKSUM_MISMATCH', '/home/anna/.cache'))).toBe('ERR_CHECKSUM_MISMATCH')
  expect(updaterCode(coded('/home/anna/.cache'))).toBe('')
  expect(updaterCode(undefined)).toBe('')
})
