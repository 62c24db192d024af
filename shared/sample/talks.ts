import type { HandleKind } from '../records/handle'
import type { Interaction, InteractionKind } from '../records/interaction'
import type { Person } from '../records/person'
import type { EpochMs } from '../time/values'
import { chance, intBetween, pick, pickWeighted, type Random } from './random'
import { sampleBase } from './sampleRecord'
import { ourDay, type Scene } from './scene'
import {
  ASK_TEXTS,
  COMPLAINT_TEXTS,
  CONNECTED_TEXTS,
  NOTE_TEXTS,
  PAYMENT_TEXTS,
  VALUE_TEXTS,
  VISIT_TEXTS,
} from './texts/care'
import { fillText, type TextSlots } from './texts/fillText'
import { CALL_TEXTS, ENQUIRY_TEXTS, MESSAGE_IN_TEXTS, MESSAGE_OUT_TEXTS, MET_TEXTS } from './texts/talk'

/** One sort of talk and how often it happens before and after the first order. */
interface Talk {
  readonly kind: InteractionKind
  readonly direction: Interaction['direction']
  readonly texts: readonly string[]
  readonly weight: number
}

function talk(
  kind: InteractionKind,
  direction: Interaction['direction'],
  texts: readonly string[],
  weight: number,
): Talk {
  return { kind, direction, texts, weight }
}

const BEFORE: readonly Talk[] = [
  talk('message', 'in', MESSAGE_IN_TEXTS, 23),
  talk('message', 'out', MESSAGE_OUT_TEXTS, 24),
  talk('call', 'both', CALL_TEXTS, 10),
  talk('value', 'out', VALUE_TEXTS, 16),
  talk('ask', 'out', ASK_TEXTS, 6),
  talk('note', 'out', NOTE_TEXTS, 6),
  talk('connected', 'in', CONNECTED_TEXTS, 3),
  talk('visit', 'both', VISIT_TEXTS, 1),
]
const AFTER: readonly Talk[] = [
  talk('message', 'in', MESSAGE_IN_TEXTS, 22),
  talk('message', 'out', MESSAGE_OUT_TEXTS, 18),
  talk('call', 'both', CALL_TEXTS, 10),
  talk('value', 'out', VALUE_TEXTS, 15),
  talk('ask', 'out', ASK_TEXTS, 6),
  talk('payment', 'in', PAYMENT_TEXTS, 10),
  talk('complaint', 'in', COMPLAINT_TEXTS, 4),
  talk('visit', 'both', VISIT_TEXTS, 4),
  talk('note', 'out', NOTE_TEXTS, 5),
]
/** In the first days after a fair nothing has been sold yet, and most leads wait for a first word. */
const FRESH: readonly Talk[] = [
  talk('message', 'out', MESSAGE_OUT_TEXTS, 40),
  talk('connected', 'in', CONNECTED_TEXTS, 30),
  talk('note', 'out', NOTE_TEXTS, 30),
]

/** The first word after a fair is ours. */
const ANSWER: readonly Talk[] = [
  talk('message', 'out', MESSAGE_OUT_TEXTS, 80),
  talk('value', 'out', VALUE_TEXTS, 20),
]
const PHASES = { fresh: FRESH, answer: ANSWER, before: BEFORE, after: AFTER }

/** What a talk needs to know of the customer it was with. */
export interface Partner {
  readonly customerId: string
  readonly people: readonly Person[]
  readonly slots: TextSlots
  readonly productIds: readonly string[]
  readonly zone: string
  /** Who of us looks after them. */
  readonly staffId: string
}

/** The first contact: a talk at a booth, or an enquiry. */
export function firstTalk(
  random: Random,
  scene: Scene,
  who: Partner,
  at: EpochMs,
  fields: Pick<Interaction, 'touchpointId' | 'grade' | 'answers' | 'offerId'> & { readonly fair: boolean },
): Interaction {
  const { fair, ...rest } = fields
  const sort = fair ? talk('met', 'both', MET_TEXTS, 1) : talk('enquiry', 'in', ENQUIRY_TEXTS, 1)
  return { ...talkOf(random, scene, who, at, sort), ...rest, productIds: who.productIds.slice(0, 2) }
}

/** Any later contact, of a sort that fits how far the relationship has come. */
export function laterTalk(
  random: Random,
  scene: Scene,
  who: Partner,
  at: EpochMs,
  phase: keyof typeof PHASES,
): Interaction {
  return talkOf(random, scene, who, at, pickWeighted(random, PHASES[phase]))
}

function talkOf(random: Random, scene: Scene, who: Partner, at: EpochMs, sort: Talk): Interaction {
  const there = who.people.filter((one) => one.leftOn === undefined || ourDay(at) < one.leftOn)
  const person = chance(random, 80) || there.length === 0 ? there[0] : pick(random, there)
  const carrier = carrierOf(random, sort.kind, person)
  return {
    ...sampleBase(random, at),
    customerId: who.customerId,
    personIds: person === undefined || sort.kind === 'note' ? [] : [person.id],
    kind: sort.kind,
    direction: sort.direction,
    at,
    zone: sort.kind === 'met' ? who.zone : 'Asia/Shanghai',
    ...(carrier === undefined ? {} : { carrier }),
    // Now and then a colleague answers for the one who looks after them.
    staffId: chance(random, 84) ? who.staffId : pick(random, scene.house.staff).id,
    ...minutesOf(random, sort.kind),
    text: fillText(random, pick(random, sort.texts), who.slots),
    ...(sort.kind === 'note' ? { private: true } : {}),
  }
}

/** How long a talk took us, shortest and longest; what happens by itself takes nothing. */
const MINUTES: Readonly<Partial<Record<InteractionKind, readonly [from: number, to: number]>>> = {
  met: [6, 25],
  enquiry: [10, 30],
  message: [3, 15],
  call: [5, 40],
  visit: [60, 240],
  value: [5, 20],
  ask: [4, 12],
  complaint: [15, 60],
}

function minutesOf(random: Random, kind: InteractionKind): { readonly minutes?: number } {
  const range = MINUTES[kind]
  // Not everything is timed: reports must say how much of the work they saw.
  return range === undefined || chance(random, 30) ? {} : { minutes: intBetween(random, ...range) }
}

function carrierOf(
  random: Random,
  kind: InteractionKind,
  person: Person | undefined,
): HandleKind | undefined {
  if (kind === 'met' || kind === 'visit' || kind === 'note' || kind === 'payment') return undefined
  if (kind === 'call') return 'phone'
  if (kind === 'connected') return 'linkedin'
  const written = (person?.handles ?? []).filter((handle) => handle.kind !== 'phone')
  if (written.length === 0) return 'email'
  return (chance(random, 60) ? written[0] : pick(random, written))?.kind
}
