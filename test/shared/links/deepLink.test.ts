import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkTo, readLink } from '#shared/links/deepLink'
import { PLACES } from '#shared/links/places'

const ID = '01972f3e-5b1a-7c3d-8e4f-0123456789ab'

test('a customer and every place have a link that leads back to them', () => {
  expect(linkTo({ kind: 'customer', customerId: ID })).toBe(`orchard://customer/${ID}`)
  expect(readLink(`orchard://customer/${ID}`)).toEqual({ kind: 'customer', customerId: ID })
  for (const place of PLACES)
    expect(readLink(linkTo({ kind: 'place', place }))).toEqual({ kind: 'place', place })
})

test('what systems do to a link on its way is understood', () => {
  expect(readLink('orchard://today/')).toEqual({ kind: 'place', place: 'today' })
  expect(readLink(`ORCHARD://Customer/${ID.toUpperCase()}/`)).toEqual({ kind: 'customer', customerId: ID })
})

test.each([
  '',
  'orchard:today',
  'orchard://',
  'orchard://erase',
  'orchard://today/all',
  'orchard://today?then=erase',
  'orchard://today#x',
  'orchard://user@today',
  'orchard://customer/',
  'orchard://customer/../../etc',
  `orchard://customer/${ID}/erase`,
  `orchard://customer/${ID}?x=1`,
  `orchard://customer/${ID}\n--inspect`,
  `app://orchard/customer/${ID}`,
  `https://customer/${ID}`,
  `orchard://customer/${'0'.repeat(36)}`,
])('%j leads nowhere', (text) => {
  expect(readLink(text)).toBeUndefined()
})

test('whatever is read is one of the known targets, and nothing else can be told by a link', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (rest) => {
      const target = readLink(`orchard://${rest}`)
      if (target === undefined) return
      expect(linkTo(target).toLowerCase()).toBe(`orchard://${rest.toLowerCase().replace(/\/$/, '')}`)
    }),
  )
})
