import { expect, test } from 'vitest'
import { placeNewLines } from '#shared/leads/placeCard'
import { leadDraft } from './leads'

test('a card pasted onto other words of a card gives its addresses a place', () => {
  const before = 'Nordlund AB'
  const after = `${before}\nida@nordlund.example\n+46 70 123 45 67\nnordlund.example`
  const placed = placeNewLines(leadDraft({ cardText: before }), before, after)
  expect(placed).toMatchObject({
    cardText: after,
    email: 'ida@nordlund.example',
    phone: expect.stringContaining('70'),
    website: expect.stringContaining('nordlund.example'),
  })
})

test('a line that was there before is not placed again once somebody took it out of its field', () => {
  const before = 'ida@nordlund.example'
  const placed = placeNewLines(leadDraft({ cardText: before, email: '' }), before, `${before}\nhej`)
  expect(placed.email).toBe('')
})
