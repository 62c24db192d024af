import { expect, test } from 'vitest'
import { holidayNameKey, isReligious } from '../../../shared/holidays/holidayNames'

test('a holiday has the same name wherever the library calls it otherwise, also on the day that stands in for it', () => {
  expect(
    ['Black Awareness Day', 'Hari Raya Puasa', 'Labour and Solidarity Day', 'Vesak Day (substitute day)'].map(
      holidayNameKey,
    ),
  ).toEqual(['blackAwareness', 'eidAlFitr', 'labourDay', 'buddhasBirthday'])
  expect(holidayNameKey('Battle of Boyacá')).toBeUndefined()
})

test('a feast on a fixed day follows a religion by its name, the others by their calendar', () => {
  expect([isReligious('11-02', 'allSouls'), isReligious('easter -3', undefined)]).toEqual([true, true])
  expect(isReligious('11-20', 'blackAwareness')).toBe(false)
})
