import { describe, expect, test } from 'vitest'
import { reachOf, refusedByLeaving } from '../../../shared/nurture/reach'
import type { Carrier, Membership } from '../../../shared/records/carrier'
import type { Consent } from '../../../shared/records/consent'
import type { Handle } from '../../../shared/records/handle'
import { base } from './planFixture'

const handle = (kind: Handle['kind'], value: string): Handle => ({ kind, value, entered: value })
const handles = [
  handle('email', 'a@b.example'),
  handle('whatsapp', '+46701234567'),
  handle('web', 'b.example'),
]
const who = { customerId: 'c1', personId: 'p1', handles }
const consent = (more: Partial<Consent>): Consent => ({
  ...base,
  id: 'co',
  customerId: 'c1',
  carrier: 'email',
  purpose: 'followUp',
  state: 'withdrawn',
  at: 10,
  wording: '',
  ...more,
})
const list: Carrier = { ...base, id: 'list', name: 'List', kind: 'emailList', handleKind: 'email' }
const member = (more: Partial<Membership>): Membership => ({
  ...base,
  id: 'm',
  carrierId: 'list',
  customerId: 'c1',
  personId: 'p1',
  joinedAt: 1,
  ...more,
})
const reach = (consents: readonly Consent[]) => {
  const { followUp, newsletter } = reachOf(who, consents)
  return { followUp: [...followUp], newsletter: [...newsletter] }
}

describe('how somebody may be reached', () => {
  test('every way that carries a text is open while nobody said no; a web page is none', () => {
    const open = [
      ['email', 'open'],
      ['whatsapp', 'open'],
    ]
    expect(reach([])).toEqual({ followUp: open, newsletter: open })
  })

  test('a no to letters closes the way for newsletters too, and puts it last', () => {
    const closed = [
      ['whatsapp', 'open'],
      ['email', 'closed'],
    ]
    expect(reach([consent({})])).toEqual({ followUp: closed, newsletter: closed })
  })

  test('a no of one address leaves the other of its kind open', () => {
    const two = { ...who, handles: [...handles, handle('email', 'c@b.example')] }
    const { followUp } = reachOf(two, [consent({ address: 'a@b.example' })])
    expect(followUp.get('email')).toBe('open')
  })

  test('whoever unsubscribed gets no newsletter over that kind of address, and letters still', () => {
    const left = refusedByLeaving([member({ leftAt: 5, leftReason: 'unsubscribed' })], [list])
    expect(reach(left).newsletter).toEqual([
      ['whatsapp', 'open'],
      ['email', 'closed'],
    ])
    expect(reach(left).followUp).toEqual(reach([]).followUp)
  })

  test('a later yes, or joining again, takes that back', () => {
    const left = member({ leftAt: 5, leftReason: 'unsubscribed' })
    const yes = consent({ purpose: 'newsletter', state: 'given', at: 6 })
    expect(reachOf(who, [...refusedByLeaving([left], [list]), yes]).newsletter.get('email')).toBe('open')
    expect(refusedByLeaving([left, member({ id: 'm2', joinedAt: 6 })], [list])).toEqual([])
  })

  test('a place without addresses, and our own taking off, say nothing', () => {
    const { handleKind: _, ...place } = list
    expect(refusedByLeaving([member({ leftAt: 5, leftReason: 'unsubscribed' })], [place])).toEqual([])
    expect(refusedByLeaving([member({ leftAt: 5, leftReason: 'removed' })], [list])).toEqual([])
    expect(refusedByLeaving([member({})], [list])).toEqual([])
  })
})
