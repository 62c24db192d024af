import { expect, test } from 'vitest'
import { erasedTraces } from '#shared/importing/erasedTraces'
import { externalTrace, handleTrace, idTrace } from '#shared/matching/traces'

test.each([
  [handleTrace('email', 'Ana@Nordlund.SE'), 'email:ana@nordlund.se'],
  [handleTrace('whatsapp', '+4915112345678'), 'phone:+4915112345678'],
  [handleTrace('wechat', 'wxid_Ana'), 'wechat:wxid_Ana'],
  [externalTrace('hubspot', '17'), 'ext:hubspot:17'],
  [idTrace('a-b'), 'id:a-b'],
])('%s is spelled as %s', (trace, spelled) => {
  expect(trace).toBe(spelled)
})

test('an address that was typed in capitals is known again in a file that writes it small', () => {
  const record = { handles: [{ kind: 'email', value: 'ana@nordlund.se' }] }
  const traces = erasedTraces(record as unknown as Parameters<typeof erasedTraces>[0], 'row')
  expect(traces).toContain(handleTrace('email', 'Ana@Nordlund.se'))
})
