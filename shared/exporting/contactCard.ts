import * as z from 'zod'
import type { Attachment } from '../records/attachment'
import { HANDLE_KINDS, type HandleKind } from '../records/handle'
import { sha256Schema } from '../records/sha256'
import { epochMsSchema } from '../time/values'
import { type CustomerFile, type Party, partiesOf } from './customerFile'

const text = z.string().max(20_000)
/** Address books choke on larger pictures, and a card is copied to every device that somebody has. */
const MAX_PHOTO_BYTES = 2 * 1024 * 1024
const PICTURES = /^image\/(jpeg|png|gif|webp)$/

/** A card of an address book, independent of the version in which it is written. */
export const contactCardSchema = z.strictObject({
  /** Stable: a device that takes the card again changes the one it has. */
  uid: z.string().max(1000),
  isCompany: z.boolean(),
  fullName: text,
  firstName: text.optional(),
  lastName: text.optional(),
  salutation: text.optional(),
  company: text,
  title: text.optional(),
  language: z.string().max(100).optional(),
  /** Every way to be reached, in the record's order. */
  handles: z
    .array(
      z.strictObject({
        kind: z.enum(HANDLE_KINDS),
        value: z.string().max(1000),
        preferred: z.boolean(),
        isFax: z.boolean(),
      }),
    )
    .max(100),
  website: z.string().max(2000).optional(),
  address: text.optional(),
  city: text.optional(),
  /** The country's name, as it stands on an envelope. */
  country: z.string().max(200).optional(),
  tags: z.array(z.string().max(200)).max(200),
  changedAt: epochMsSchema,
  /** The attachment that is the picture; its bytes are added when the card is written. */
  photo: z.strictObject({ hash: sha256Schema, mediaType: z.string().regex(PICTURES) }).optional(),
})
export type ContactCard = z.infer<typeof contactCardSchema>

/** Kinds of addresses for which a number may be a fax. */
const FAX: HandleKind = 'phone'

/** One card for each party of a customer. `country` names a country by its code. */
export function contactCards(
  file: CustomerFile,
  options: { readonly photos: boolean; readonly country: (code: string) => string },
): ContactCard[] {
  return partiesOf(file).map((party) => {
    const photo = options.photos ? newestPhoto(file, party) : undefined
    return cardOf(party, options.country, photo)
  })
}

function cardOf(
  { customer, person }: Party,
  country: (code: string) => string,
  photo: Attachment | undefined,
): ContactCard {
  const { address, city, website } = customer
  const { firstName, lastName, salutation, title, language } = person ?? {}
  return {
    uid: uidOf(person ?? customer),
    isCompany: person === undefined,
    fullName: person?.fullName ?? customer.name,
    ...(firstName === undefined ? {} : { firstName }),
    ...(lastName === undefined ? {} : { lastName }),
    ...(salutation === undefined ? {} : { salutation }),
    company: customer.name,
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    handles: (person ?? customer).handles.map(({ kind, value, preferred, label }) => ({
      kind,
      value,
      preferred: preferred === true,
      isFax: kind === FAX && /fax|传真/i.test(label ?? ''),
    })),
    ...(website === undefined ? {} : { website }),
    ...(address === undefined ? {} : { address }),
    ...(city === undefined ? {} : { city }),
    ...(customer.country === undefined ? {} : { country: country(customer.country) }),
    tags: [...customer.tags],
    changedAt: Math.max(customer.updatedAt, person?.updatedAt ?? 0),
    ...(photo === undefined ? {} : { photo: { hash: photo.hash, mediaType: photo.mediaType } }),
  }
}

/** The id under which another address book gave us the card, else the record's own. */
function uidOf(record: {
  readonly id: string
  readonly externalIds?: readonly { readonly scheme: string; readonly value: string }[] | undefined
}): string {
  return record.externalIds?.find(({ scheme }) => scheme === 'vcard')?.value ?? `urn:uuid:${record.id}`
}

/** The newest picture of a meeting with this person; for the company's own card of one where nobody is named. */
function newestPhoto({ interactions, photos }: CustomerFile, { person }: Party): Attachment | undefined {
  const usable = new Map(
    photos
      .filter(({ mediaType, sizeBytes }) => PICTURES.test(mediaType) && sizeBytes <= MAX_PHOTO_BYTES)
      .map((photo) => [photo.id, photo]),
  )
  const newestFirst = [...interactions].sort((a, b) => b.at - a.at)
  for (const talk of newestFirst) {
    const isWith = person === undefined ? talk.personIds.length === 0 : talk.personIds.includes(person.id)
    if (!isWith) continue
    const found = talk.attachmentIds?.flatMap((id) => usable.get(id) ?? [])[0]
    if (found !== undefined) return found
  }
  return undefined
}
