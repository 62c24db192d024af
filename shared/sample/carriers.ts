import type { Carrier } from '../records/carrier'
import type { EpochMs } from '../time/values'
import { randomFrom } from './random'
import { sampleBase } from './sampleRecord'

/** The carriers of the sample by a short key. */
export type CarrierName = 'letter' | 'linkedin' | 'gulf' | 'oldFriends' | 'site'

/** Our own carriers: the monthly letter is tended first, LinkedIn beside it, then two communities and the site. */
export type SampleCarriers = Readonly<Record<CarrierName, Carrier>>

/** Founds the carriers on the day the notebook was opened. */
export function sampleCarriers(seed: string, openedAt: EpochMs): SampleCarriers {
  const random = randomFrom(`${seed}/carriers`)
  const base = () => sampleBase(random, openedAt)
  return {
    letter: {
      ...base(),
      name: 'Monthly letter “Clay & Bamboo”',
      kind: 'emailList',
      handleKind: 'email',
      rank: 'main',
    },
    linkedin: {
      ...base(),
      name: 'Followers on LinkedIn',
      kind: 'linkedin',
      handleKind: 'linkedin',
      rank: 'second',
      url: 'https://network.example/heron-bamboo',
    },
    gulf: {
      ...base(),
      name: 'Hotel and café tables (WhatsApp)',
      kind: 'community',
      handleKind: 'whatsapp',
      region: 'Middle East and Africa',
      language: 'en',
      note: 'One photo of a laid table a week, and no price ever.',
    },
    oldFriends: {
      ...base(),
      name: '竹木餐具老友群（微信）',
      kind: 'community',
      handleKind: 'wechat',
      region: 'East Asia',
      language: 'zh-Hans',
    },
    site: { ...base(), name: 'Our website', kind: 'site', handleKind: 'web', url: 'https://heron.example' },
  }
}
