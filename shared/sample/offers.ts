import type { Offer, Template } from '../records/content'
import type { EpochMs } from '../time/values'
import type { SampleCarriers } from './carriers'
import type { ContentCalendar } from './contentCalendar'
import { randomFrom } from './random'
import { sampleBase } from './sampleRecord'

/** What is held out to people so that they come onto a carrier of ours. */
export interface SampleOffers {
  readonly guide: Offer
  readonly rules: Offer
  readonly webinar: Offer
  readonly gulf: Offer
  readonly oldFriends: Offer
}

/** The offers; each is as old as the piece that it gives. */
export function sampleOffers(
  seed: string,
  carriers: SampleCarriers,
  calendar: ContentCalendar,
  openedAt: EpochMs,
): SampleOffers {
  const random = randomFrom(`${seed}/offers`)
  const letter = carriers.letter.id
  const { careGuide, foodContact, webinar } = calendar
  return {
    guide: {
      ...sampleBase(random, careGuide.createdAt),
      name: 'Care guide with the monthly letter',
      contentId: careGuide.id,
      carrierId: letter,
      wording:
        'I send you our care guide by mail, and one letter a month with it. One word from you and it stops.',
    },
    rules: {
      ...sampleBase(random, foodContact.createdAt),
      name: 'Two pages on food contact rules',
      contentId: foodContact.id,
      carrierId: letter,
      wording: 'Leave your address and you get the two pages, and news when a rule changes. Nothing else.',
    },
    webinar: {
      ...sampleBase(random, webinar.createdAt),
      name: 'Seat in the packaging webinar',
      contentId: webinar.id,
      carrierId: letter,
      wording: 'With your seat comes our monthly letter. You can leave it at any time.',
    },
    gulf: {
      ...sampleBase(random, openedAt),
      name: 'Invitation to the table photos group',
      carrierId: carriers.gulf.id,
      wording: 'Shall I add you to our WhatsApp group? One photo a week, no prices.',
    },
    oldFriends: {
      ...sampleBase(random, openedAt),
      name: '邀请进老友群',
      carrierId: carriers.oldFriends.id,
      wording: '我拉您进我们的微信群好吗？每周一个新样品，不发广告，随时可以退出。',
    },
  }
}

/** The house's own templates; the first stands before a shipped one. */
export function sampleTemplates(seed: string, calendar: ContentCalendar): Template[] {
  const random = randomFrom(`${seed}/templates`)
  const { careGuide, foodContact } = calendar
  return [
    {
      ...sampleBase(random, careGuide.createdAt),
      name: 'Thanks after the fair, with the care guide',
      templateKey: 'letter.thanks',
      contentId: careGuide.id,
      variants: [
        {
          language: 'en',
          subject: 'Our talk at {{fairName|the fair}}',
          text: 'Dear {{firstName|friend}},\n\nthank you for stopping at our booth. You asked how long bamboo lasts; the guide in the attachment gives the honest answer.\n\n{{myName|Heron}}',
        },
        {
          language: 'de',
          subject: 'Unser Gespräch: {{fairName|auf der Messe}}',
          text: 'Guten Tag {{salutationName|zusammen}},\n\nvielen Dank für Ihren Besuch an unserem Stand. Im Anhang liegt unser Pflegeratgeber.\n\n{{myName|Heron}}',
        },
        {
          language: 'zh-Hans',
          subject: '{{fairName|展会}}见面后的一点资料',
          text: '{{salutationName|您}}好：\n\n谢谢您来我们展位。附件是竹制品养护指南，希望对您有用。\n\n{{myName|鹭竹}}',
        },
      ],
    },
    {
      ...sampleBase(random, foodContact.createdAt),
      name: 'A rule has changed',
      contentId: foodContact.id,
      variants: [
        {
          language: 'en',
          subject: 'Food contact: two lines that concern {{product|your items}}',
          text: 'Dear {{firstName|friend}},\n\nthe rules for food contact have a new edition. I marked the two lines that concern you.\n\n{{myName|Heron}}',
        },
      ],
    },
    {
      ...sampleBase(random, foodContact.createdAt),
      name: 'Short word on a messenger',
      variants: [
        {
          language: 'en',
          carrier: 'whatsapp',
          text: 'Hello {{firstName|there}}, the {{product|sample}} left today. Photo follows.',
        },
        {
          language: 'zh-Hans',
          carrier: 'wechat',
          text: '{{salutationName|您}}好，{{product|样品}}今天寄出了，稍后发照片。',
        },
      ],
    },
  ]
}
