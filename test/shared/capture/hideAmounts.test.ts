import { expect, test } from 'vitest'
import { hideAmounts } from '#shared/capture/hideAmounts'

test('dots stand where amounts were; bare numbers and words stay', () => {
  expect(
    ['offered USD 0.78, MOQ 500', 'we said $17,900 and they 3000元', '€1.200', 'hall 11.2, 40 sets', ''].map(
      hideAmounts,
    ),
  ).toEqual(['offered •••, MOQ 500', 'we said ••• and they •••', '•••', 'hall 11.2, 40 sets', ''])
})
