import { describe, expect, test } from 'vitest'
import { mailtoLink, whatsappLink, writingWays } from '../../../shared/nurture/carriers'
import { mayWrite } from '../../../shared/nurture/consent'
import { type LoggedEvent, pauseAfter } from '../../../shared/nurture/pausing'
import type { Consent } from '../../../shared/records/consent'
import type { Handle } from '../../../shared/records/handle'
import type { Interaction } from '../../../shared/records/interaction'
import type { Enrolment, Plan } from '../../../shared/records/nurture'
import type { Order } from '../../../shared/records/trade'

const base = { id: 'x', schema: 1, rev: 1, createdAt: 100, updatedAt: 100, origin: 'person' as const }
const email: Handle = { kind: 'email', value: 'anna@nordlund.example', entered: 'Anna@nordlund.example' }
const wechat: Handle = { kind: 'wechat', value: 'anna_n', entered: 'anna_n', preferred: true }
const consent = (more: Partial<Consent>): Consent => ({
  ...base,
  customerId: 'c1',
  personId: 'p1',
  carrier: 'email',
  purpose: 'followUp',
  state: 'given',
  at: 1,
  wording: 'May I?',
  ...more,
})
const question = {
  customerId: 'c1',
  personId: 'p1',
  carrier: 'email' as const,
  address: email.value,
  purpose: 'followUp' as const,
}

describe('may we write', () => {
  test('is unknown with a warning when nothing is on record', () => {
    const unknown = {
      allowed: 'unknown',
      warning: { code: 'consent.none', params: { carrier: 'email', purpose: 'followUp' } },
    }
    expect(mayWrite(question, [])).toEqual(unknown)
    expect(
      mayWrite(question, [
        consent({ personId: 'p2' }),
        consent({ customerId: 'c2' }),
        consent({ carrier: 'line' }),
      ]),
    ).toEqual(unknown)
    expect(mayWrite(question, [consent({ address: 'old@nordlund.example' })])).toEqual(unknown)
    expect(mayWrite(question, [consent({ purpose: 'newsletter' })])).toEqual(unknown)
  })

  test('follows the latest word, and the no when two are of one instant', () => {
    const yes = consent({ id: 'yes', at: 2 })
    const no = consent({ id: 'no', state: 'withdrawn', at: 3 })
    expect(mayWrite(question, [no, yes])).toMatchObject({ allowed: false, consentId: 'no' })
    expect(mayWrite(question, [no, consent({ id: 'again', at: 4 })])).toEqual({
      allowed: true,
      consentId: 'again',
    })
    expect(mayWrite(question, [{ ...no, at: 2 }, yes])).toMatchObject({ allowed: false })
    expect(mayWrite(question, [yes, { ...no, at: 2 }])).toMatchObject({ allowed: false })
  })

  test('after a no names the ways that are still open', () => {
    expect(mayWrite(question, [consent({ state: 'withdrawn', at: 9 })], [email, wechat])).toEqual({
      allowed: false,
      consentId: 'x',
      warning: { code: 'consent.withdrawn', params: { carrier: 'email', purpose: 'followUp', at: 9 } },
      alternatives: [wechat],
    })
  })

  test('a no to letters closes newsletters too, a no to newsletters only those', () => {
    const newsletter = { ...question, purpose: 'newsletter' as const }
    const consents = [consent({ purpose: 'newsletter', at: 1 }), consent({ state: 'withdrawn', at: 2 })]
    expect(mayWrite(newsletter, consents).allowed).toBe(false)
    const mild = [consent({ at: 1 }), consent({ purpose: 'newsletter', state: 'withdrawn', at: 2 })]
    expect([mayWrite(question, mild).allowed, mayWrite(newsletter, mild).allowed]).toEqual([true, false])
  })
})

describe('ways to write', () => {
  const who = (handles: Handle[]) => ({ customerId: 'c1', personId: 'p1', handles })

  test('treats all carriers as equals and puts what is allowed first', () => {
    const ways = writingWays(who([wechat, email]), [consent({})], 'followUp')
    expect(ways.map((way) => [way.handle.kind, way.means, way.consent.allowed])).toEqual([
      ['email', 'eml', true],
      ['email', 'mailto', true],
      ['email', 'clipboard', true],
      ['wechat', 'clipboard', 'unknown'],
    ])
    expect(writingWays(who([email, wechat]), [], 'followUp')[0]?.handle.kind).toBe('wechat')
  })

  test('makes a chat link of digits only, and only from an international number', () => {
    const handle = (kind: 'whatsapp' | 'phone', value: string): Handle => ({ kind, value, entered: value })
    const links = (handles: Handle[]) =>
      writingWays(who(handles), [], 'followUp').map((way) => [way.means, way.link, way.assumed])
    expect(links([handle('whatsapp', '+46 (0)70-174 06 05')])).toEqual([
      ['whatsappLink', 'https://wa.me/46701740605', undefined],
      ['clipboard', undefined, undefined],
    ])
    expect(links([handle('phone', '+46701740605'), handle('phone', '070174')])).toEqual([
      ['whatsappLink', 'https://wa.me/46701740605', true],
    ])
    expect(links([handle('whatsapp', '+46701?text=x')])).toEqual([['clipboard', undefined, undefined]])
    expect(whatsappLink('46701740605&x', 'Hej')).toBeUndefined()
    expect(whatsappLink('46701740605', 'Hej & välkommen\n?')).toBe(
      'https://wa.me/46701740605?text=Hej%20%26%20v%C3%A4lkommen%0A%3F',
    )
  })

  test('opens no page but LinkedIn’s own', () => {
    const page = (value: string) =>
      writingWays(who([{ kind: 'linkedin', value, entered: value }]), [], 'followUp')[0]?.means
    expect([
      page('https://www.linkedin.com/in/anna'),
      page('https://linkedin.com.evil.example/in/anna'),
      page('javascript:alert(1)//linkedin.com/'),
      page('https://www.linkedin.com/in/anna?next=x'),
    ]).toEqual(['linkedinPage', 'clipboard', 'clipboard', 'clipboard'])
  })

  test('keeps a mail link to one address', () => {
    expect(mailtoLink('a@b.example', 'Hi & bye', 'one\ntwo')).toBe(
      'mailto:a@b.example?subject=Hi%20%26%20bye&body=one%0D%0Atwo',
    )
    expect(mailtoLink('a@b.example?bcc=c@d.example', '', '')).toBeUndefined()
    expect(mailtoLink('a@b.example,c@d.example', '', '')).toBeUndefined()
    expect(mailtoLink('a@b.example', '\ud800', '')).toBe('mailto:a@b.example?subject=%EF%BF%BD&body=')
  })
})

describe('a plan pauses', () => {
  const start = Date.UTC(2027, 3, 15, 2)
  const enrolment: Enrolment = {
    ...base,
    id: 'e1',
    createdAt: start,
    planId: 'pl',
    customerId: 'c1',
    startsOn: '2027-04-15',
    zone: 'Asia/Shanghai',
  }
  const heard = (more: Partial<Interaction>) =>
    pauseAfter(
      {
        interaction: {
          ...base,
          createdAt: start + 9,
          customerId: 'c1',
          personIds: [],
          kind: 'message',
          direction: 'in',
          at: start + 5,
          ...more,
        },
      },
      [enrolment],
    )

  test('when the customer answers, even if it is logged late', () => {
    const paused = [{ enrolmentId: 'e1', reason: 'reply' }]
    expect([
      heard({}),
      heard({ direction: 'both', kind: 'call' }),
      heard({ at: Date.UTC(2027, 3, 14, 16) }),
    ]).toEqual([paused, paused, paused])
  })

  test('not for our own words, notes, older talks, other customers, nor the talk that began it', () => {
    expect([
      heard({ direction: 'out' }),
      heard({ kind: 'note' }),
      heard({ kind: 'connected' }),
      heard({ at: Date.UTC(2027, 3, 14, 15) }),
      heard({ customerId: 'c2' }),
      heard({ kind: 'met', direction: 'both', at: start, createdAt: start }),
    ]).toEqual([[], [], [], [], [], []])
  })

  test('when an order comes, but not for a cancelled one or twice', () => {
    const order: Order = {
      ...base,
      customerId: 'c1',
      on: '2027-04-20',
      currency: 'USD',
      lines: [],
      total: { minor: 1, currency: 'USD' },
      status: 'open',
      milestones: [],
    }
    expect(pauseAfter({ order }, [enrolment])).toEqual([{ enrolmentId: 'e1', reason: 'order' }])
    expect(pauseAfter({ order: { ...order, status: 'cancelled' } }, [enrolment])).toEqual([])
    expect(pauseAfter({ order: { ...order, on: '2027-04-14' } }, [enrolment])).toEqual([])
    expect(
      pauseAfter({ order }, [
        { ...enrolment, pausedAt: 1 },
        { ...enrolment, endedAt: 1 },
      ]),
    ).toEqual([])
  })

  test('or ends, at what its plan says; a no ends it where the plan says nothing', () => {
    const plan: Plan = {
      ...base,
      id: 'pl',
      planKey: 'pl',
      version: 1,
      steps: [],
      stopOn: ['reply', 'lost'],
      pauseOn: [],
    }
    const at = { ...base, createdAt: start + 9, customerId: 'c1' }
    const no: Consent = {
      ...at,
      carrier: 'email',
      purpose: 'followUp',
      state: 'withdrawn',
      at: start + 9,
      wording: 'no',
    }
    const lost = { stageMove: { ...at, from: 'lead', to: 'lost', at: start + 9 } } as const
    expect(pauseAfter({ consent: no }, [enrolment])).toEqual([
      { enrolmentId: 'e1', reason: 'optOut', ends: true },
    ])
    expect(pauseAfter({ consent: no }, [enrolment], [plan])).toEqual([])
    expect(pauseAfter({ consent: { ...no, purpose: 'newsletter' } }, [enrolment])).toEqual([])
    expect(pauseAfter({ consent: { ...no, personId: 'p2' } }, [{ ...enrolment, personId: 'p1' }])).toEqual([])
    expect(pauseAfter(lost, [enrolment])).toEqual([])
    expect(pauseAfter(lost, [enrolment], [plan])).toEqual([{ enrolmentId: 'e1', reason: 'lost', ends: true }])
    const complaint: LoggedEvent = {
      interaction: { ...at, personIds: [], kind: 'complaint', direction: 'in', at: start + 9 },
    }
    expect(pauseAfter(complaint, [enrolment])).toEqual([{ enrolmentId: 'e1', reason: 'reply' }])
    expect(pauseAfter(complaint, [enrolment], [{ ...plan, stopOn: [], pauseOn: ['complaint'] }])).toEqual([
      { enrolmentId: 'e1', reason: 'complaint' },
    ])
  })
})
