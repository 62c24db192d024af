import { type Profile, profileOf } from '#shared/duplicates/profile'
import type { SpellChinese } from '#shared/matching/syllables'
import { testId } from '../changes/memoryNotebook'

/** Stands for the dictionary, which only the worker loads. */
const READINGS: Readonly<Record<string, string>> = {
  王: 'wang',
  思: 'si',
  远: 'yuan',
  青: 'qing',
  川: 'chuan',
  欧: 'ou',
  阳: 'yang',
  修: 'xiu',
}

export const spell: SpellChinese = (text) => {
  const read = [...text].flatMap((char) => READINGS[char] ?? [])
  return read.length > 0 ? read : undefined
}

/** A page in a few words. `email:a@b.example` and the like are addresses of the company, `person` is one of its people. */
export interface PageWords {
  readonly name: string
  readonly country?: string
  readonly website?: string
  readonly addresses?: readonly string[]
  readonly person?: string
  readonly personal?: readonly string[]
  readonly hubspot?: string
}

/** The profile of page number n. */
export function profile(number: number, words: PageWords): Profile {
  const { name, country, website, person, hubspot } = words
  return profileOf(
    {
      id: testId(number),
      createdAt: number,
      name,
      country,
      website,
      handles: (words.addresses ?? []).map(handle),
      ...(hubspot === undefined ? {} : { externalIds: [{ scheme: 'hubspot', value: hubspot }] }),
    },
    person === undefined ? [] : [{ fullName: person, handles: (words.personal ?? []).map(handle) }],
    spell,
  )
}

function handle(address: string) {
  const [kind = '', value = ''] = address.split(':')
  return { kind: kind as 'email', value, entered: value }
}
