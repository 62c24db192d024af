import type { Position } from '../records/content'
import type { Fact } from '../records/fact'
import type { EpochMs } from '../time/values'
import { type Random, randomFrom } from './random'
import { sampleBase } from './sampleRecord'
import { FACT_TEXTS } from './texts/care'

/** The daily troubles of customers, each in the place of the fact that is an instance of it. */
const PAINS = [
  'Breakage on the last mile',
  'Small warehouses that need small lots',
  'Papers for customs and food contact',
  'Suppliers who change things without telling',
  'New colours every season at last year’s price',
  '交期拖延，赶不上上架时间',
] as const

const INTERESTS = [
  'Proof behind the word sustainable',
  'How others display tableware',
  'Glazes, clay and the people who make them',
] as const

/** Our answers, and the places of the pains that they answer. */
const VALUES: readonly (readonly [text: string, answers: readonly number[], lines: readonly string[]])[] = [
  ['A carton that survives a one metre drop', [0], ['Stoneware', 'Porcelain']],
  ['Mixed containers from forty cartons an item', [1, 4], []],
  ['Test reports kept ready for every item', [2], ['Bamboo boards', 'Bamboo table']],
  ['A sealed sample: nothing changes without your yes', [3, 5], []],
]

const PAIN_TEXTS: readonly string[] = FACT_TEXTS.pain
const LIKE_TEXTS: readonly string[] = FACT_TEXTS.likes

/** What we stand for: pains, points of interest, and the values that answer the pains. */
export interface Positioning {
  readonly pains: readonly Position[]
  readonly interests: readonly Position[]
  readonly values: readonly Position[]
}

/** Writes down what we stand for, as old as the notebook itself. */
export function positioning(seed: string, openedAt: EpochMs): Positioning {
  const random = randomFrom(`${seed}/positioning`)
  const pains = PAINS.map((text) => positionOf(random, openedAt, 'pain', text))
  const interests = INTERESTS.map((text) => positionOf(random, openedAt, 'interest', text))
  const values = VALUES.map(([text, answers, lines]) => ({
    ...positionOf(random, openedAt, 'value', text),
    answersIds: answers.flatMap((place) => pains[place]?.id ?? []),
    ...(lines.length === 0 ? {} : { productLines: [...lines] }),
  }))
  return { pains, interests, values }
}

/** The position that a fact is an instance of, where there is one. */
export function positionOfFact(ours: Positioning, kind: Fact['kind'], text: string): string | undefined {
  if (kind === 'papers') return ours.pains[2]?.id
  if (kind === 'pain') return ours.pains[PAIN_TEXTS.indexOf(text)]?.id
  const place = LIKE_TEXTS.indexOf(text)
  return kind === 'likes' && CRAFT_LIKES.includes(place) ? ours.interests[2]?.id : undefined
}

/** Likes that are about glazes and bowls, not about manners. */
const CRAFT_LIKES: readonly number[] = [0, 4, 5]

function positionOf(random: Random, at: EpochMs, kind: Position['kind'], text: string): Position {
  return { ...sampleBase(random, at), kind, text }
}
