import { expect, test } from 'vitest'
import { CUSTOMER_FIELDS, PERSON_FIELDS, replacedIds } from '#shared/merging/references'
import { TABLE_NAMES, tableSchemas } from '#shared/records/tables'

/** Fields that name something else, or that a merge itself reads and writes. */
const OTHER_REFERENCES: ReadonlySet<string> = new Set([
  'aboutId',
  'answersIds',
  'attachmentIds',
  'carrierId',
  'channelId',
  'consentId',
  'contentId',
  'enrolmentId',
  'excludedIds',
  'externalIds',
  'furtherSourceIds',
  'interactionId',
  'loserId',
  'memberIds',
  'mergedIntoId',
  'offerId',
  'offerIds',
  'orderId',
  'planId',
  'positionId',
  'positionIds',
  'productId',
  'productIds',
  'promiseId',
  'quoteId',
  'segmentId',
  'sourceChannelId',
  'sourceTouchpointId',
  'staffId',
  'staffIds',
  'touchpointId',
  'winnerId',
])

test('every field that names a record is known to be a customer, a person or neither', () => {
  const unknown = TABLE_NAMES.flatMap((table) =>
    Object.keys(tableSchemas[table].shape)
      .filter((field) => /Ids?$/.test(field) && !OTHER_REFERENCES.has(field))
      .filter((field) => !CUSTOMER_FIELDS[table]?.includes(field) && !PERSON_FIELDS[table]?.includes(field))
      .map((field) => `${table}.${field}`),
  )
  expect(unknown).toEqual([])
})

test('an id that is in a list already is not repeated', () => {
  const record = { id: 'talk', rev: 1, customerId: 'b', personIds: ['anna', 'anna-too', 'erik'] }
  expect(
    replacedIds({ table: 'interactions', record }, new Map([['b', 'a']]), new Map([['anna-too', 'anna']])),
  ).toEqual({ customerId: 'a', personIds: ['anna', 'erik'] })
})
