import type { Decision } from './reading'

/** Who of the people in a talk is the person at the keyboard. */
export interface SelfChoice {
  /** Undefined where nobody is in it but others. */
  readonly name: string | undefined
  readonly decision: Decision | undefined
}

// How programs call their owner in an export.
const OWN_NAMES = /^(me|you|myself|ich|du|moi|vous|yo|tú|eu|você|io|tu|я|вы|我|你|私|나|אני|أنا|tôi|ben)$/i

/**
 * Finds out who "we" are among the participants, likeliest first in `participants`: the person's word, a name like
 * "Me", the one that the file is not named after, else the one who is in every talk. A guess is asked about.
 */
export function chooseSelf(
  participants: readonly string[],
  known: {
    readonly chosen?: string | undefined
    readonly fileName?: string | undefined
    /** The one who takes part in everything, where the file tells. */
    readonly everywhere?: string | undefined
  },
): SelfChoice {
  const [first, second] = participants
  if (first === undefined) return { name: undefined, decision: undefined }
  const named = participants.filter((name) => isNamedAfter(known.fileName, name))
  const other = participants.length === 2 && named.length === 1 ? named[0] : undefined
  const found: readonly [name: string | undefined, why: string][] = [
    [participants.find((name) => name === known.chosen), 'import.why.chosen'],
    [participants.find((name) => OWN_NAMES.test(name)), 'import.why.ownName'],
    [other === undefined ? undefined : participants.find((name) => name !== other), 'import.why.fileName'],
    [known.everywhere, 'import.why.everywhere'],
  ]
  const sure = found.find(([name]) => name !== undefined)
  // One who talks alone, in a file named after them, is the other.
  if (sure === undefined && participants.length === 1 && named.length === 1)
    return { name: undefined, decision: undefined }
  const name = sure?.[0] ?? second ?? first
  return {
    name,
    decision: {
      what: 'self',
      chosen: name,
      why: sure?.[1] ?? 'import.why.nothingDecides',
      alternatives: participants.filter((each) => each !== name),
      ...(sure === undefined ? { ask: true } : {}),
    },
  }
}

function isNamedAfter(fileName: string | undefined, name: string): boolean {
  return name.length > 1 && fileName?.normalize('NFC').includes(name.normalize('NFC')) === true
}
