import {
  carrier,
  customer,
  DAY,
  enrolment,
  FROZEN_AT,
  fair,
  frozenId,
  handle,
  interaction,
  offer,
  person,
  photo,
  piece,
  plan,
  position,
  promise,
  quote,
  segment,
  staff,
  template,
  type Whole,
} from './wholeParts'

/** Plans, carriers and what they carry. */
export const nurtureWhole: {
  readonly [T in
    | 'plans'
    | 'enrolments'
    | 'touches'
    | 'consents'
    | 'carriers'
    | 'memberships'
    | 'positions'
    | 'content'
    | 'offers'
    | 'engagements'
    | 'templates'
    | 'segments'
    | 'segmentSnapshots']: Whole<T>
} = {
  plans: {
    id: plan,
    fields: {
      planKey: 'fairWelcome',
      version: 2,
      nameKey: 'plan.fairWelcome.name',
      name: 'Fair welcome, ours',
      steps: [
        {
          key: 'thanks',
          titleKey: 'plan.fairWelcome.thanks',
          title: 'Thank-you',
          timing: { unit: 'days', count: 0 },
          intent: 'value',
          templateKey: 'fairWelcome.thanks',
          onlyIf: 'promised',
          carriers: ['email', 'whatsapp'],
          contentId: piece,
          templateId: template,
          staffId: staff,
          conditions: [
            { on: 'reply', is: false },
            { on: 'order', is: false },
            { on: 'opened', is: true, contentId: piece },
            { on: 'warmth', min: 20, max: 90 },
            { on: 'stage', stages: ['lead', 'enquiry'] },
            { on: 'fact', kind: 'pain', is: true },
          ],
        },
        { key: 'question', timing: { unit: 'businessDays', count: 14 }, intent: 'ask' },
        { key: 'once', timing: { unit: 'nextMonth' }, intent: 'value' },
        { key: 'letter', timing: { unit: 'monthly' }, intent: 'value' },
        { key: 'review', timing: { unit: 'quarterly' }, intent: 'neutral' },
        {
          key: 'season',
          timing: { unit: 'yearly', anchor: 'chineseNewYear', offsetDays: -14 },
          intent: 'value',
        },
      ],
      goal: 'sample',
      pauseOn: ['reply'],
      stopOn: ['optOut', 'lost'],
      pauseAtStages: ['quote'],
      stopAtStages: ['order', 'repeat'],
      quietDays: 5,
      giveAskRatio: 3,
      retiredAt: FROZEN_AT,
    },
  },
  enrolments: {
    id: enrolment,
    fields: {
      planId: plan,
      customerId: customer,
      personId: person,
      startsOn: DAY,
      zone: 'America/Santiago',
      touchpointId: fair,
      promiseId: promise,
      pausedAt: FROZEN_AT,
      pausedReason: 'reply',
      endedAt: FROZEN_AT,
      endedReason: 'goal',
      aboutId: quote,
      segmentId: segment,
    },
  },
  touches: {
    id: frozenId(23),
    fields: {
      enrolmentId: enrolment,
      customerId: customer,
      stepKey: 'thanks',
      occurrence: 0,
      action: 'skipped',
      on: DAY,
      interactionId: interaction,
      reason: 'met again on Thursday',
      carrier: 'email',
      contentId: piece,
    },
  },
  consents: {
    id: frozenId(13),
    fields: {
      customerId: customer,
      personId: person,
      carrier: 'email',
      address: handle.value,
      purpose: 'newsletter',
      state: 'given',
      at: FROZEN_AT,
      wording: 'May I send you our monthly letter?',
      wordingVersion: '1',
      wordingLanguage: 'en',
      touchpointId: fair,
      staffId: staff,
      offerId: offer,
      attachmentIds: [photo],
    },
  },
  carriers: {
    id: carrier,
    fields: {
      name: 'Monthly letter',
      nameKey: 'carrier.letter',
      kind: 'emailList',
      handleKind: 'email',
      rank: 'main',
      region: 'LatAm',
      language: 'es',
      url: 'https://ours.example/letter',
      note: 'first Tuesday',
      retiredAt: FROZEN_AT,
    },
  },
  memberships: {
    id: frozenId(55),
    fields: {
      carrierId: carrier,
      customerId: customer,
      personId: person,
      joinedAt: FROZEN_AT,
      leftAt: FROZEN_AT,
      leftReason: 'unsubscribed',
      touchpointId: fair,
      offerId: offer,
      consentId: frozenId(13),
      sourceKey: 'mailchimp/8a1',
    },
  },
  positions: {
    id: position,
    fields: {
      kind: 'value',
      text: 'Bamboo that does not mould on a ship',
      answersIds: [frozenId(57)],
      productLines: ['Bowls'],
      retiredAt: FROZEN_AT,
    },
  },
  content: {
    id: piece,
    fields: {
      title: 'Five mistakes with bamboo',
      kind: 'whitePaper',
      status: 'published',
      positionIds: [position],
      productLines: ['Bowls'],
      topic: 'mould',
      editions: [
        {
          language: 'es',
          title: 'Cinco errores',
          attachmentId: photo,
          url: 'https://ours.example/es',
          version: '2',
          expiresOn: '2026-12-31',
        },
      ],
      on: DAY,
      leadMagnet: true,
      staffId: staff,
      note: 'translate into French',
      retiredAt: FROZEN_AT,
    },
  },
  offers: {
    id: offer,
    fields: {
      name: 'White paper for an address',
      nameKey: 'offer.whitePaper',
      contentId: piece,
      carrierId: carrier,
      wording: 'May I send you our monthly letter?',
      retiredAt: FROZEN_AT,
    },
  },
  engagements: {
    id: frozenId(51),
    fields: {
      customerId: customer,
      personId: person,
      kind: 'opened',
      at: FROZEN_AT,
      day: DAY,
      count: 3,
      minutes: 12,
      contentId: piece,
      offerId: offer,
      carrierId: carrier,
      touchpointId: fair,
      campaign: 'November letter',
      sourceKey: 'mailchimp/8a1/anna',
    },
  },
  templates: {
    id: template,
    fields: {
      name: 'Thank-you',
      templateKey: 'fairWelcome.thanks',
      variants: [
        { language: 'es', carrier: 'email', subject: 'Gracias', text: 'Hola {{person.firstName|}}' },
      ],
      contentId: piece,
      retiredAt: FROZEN_AT,
    },
  },
  segments: {
    id: segment,
    fields: {
      name: 'Quiet, once warm',
      nameKey: 'segment.quiet',
      rule: {
        all: [
          { field: 'stage', op: 'in', value: ['order', 'repeat'] },
          {
            any: [
              { field: 'warmth', op: 'below', value: 20 },
              { none: [{ field: 'hasEmail', op: 'is', value: true }] },
            ],
          },
          { field: 'country', op: 'unknown' },
        ],
      },
      excludedIds: [frozenId(24)],
    },
  },
  segmentSnapshots: {
    id: frozenId(59),
    fields: { segmentId: segment, on: DAY, memberIds: [customer] },
  },
}
