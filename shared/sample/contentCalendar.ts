import type { Content, ContentEdition, ContentKind, ContentStatus } from '../records/content'
import type { Staff } from '../records/touchpoint'
import { addDays, addMonths, compareDays, monthStart, startOfDay } from '../time/calendarDay'
import type { EpochMs, IsoDate } from '../time/values'
import type { Positioning } from './positioning'
import { type Random, randomFrom } from './random'
import { sampleBase } from './sampleRecord'

/** One letter that went out to everybody who was on the list. */
export interface SentLetter {
  readonly at: EpochMs
  readonly campaign: string
  /** Only the last ones are kept as pieces. */
  readonly contentId?: string
}

/** The content calendar: what is out, what is being written, what is only a thought. */
export interface ContentCalendar {
  readonly content: readonly Content[]
  readonly careGuide: Content
  readonly foodContact: Content
  readonly webinar: Content
  /** When the webinar was held. */
  readonly webinarAt: EpochMs
  /** All monthly letters, earliest first. */
  readonly letters: readonly SentLetter[]
}

type Piece = Omit<Content, 'id' | 'schema' | 'rev' | 'createdAt' | 'updatedAt' | 'origin'>

/** The letter began so many months ago; so many of the last ones are pieces of their own. */
const LETTER_MONTHS = 44
const LETTER_PIECES = 6
const LETTER_DAY = 5
const LETTER_TOPICS = [
  'what the potters do in the cold months',
  'a carton that survives a fall',
  'three cafés and their cups',
  'sea freight before the holidays',
  'why glazes differ by season',
  'bamboo, beech and what a dishwasher does to them',
  'two colours for the next season',
]

/** Plans and publishes our pieces. Everything published lies before `today`; plans lie after it. */
export function contentCalendar(
  seed: string,
  ours: Positioning,
  staff: readonly Staff[],
  today: IsoDate,
): ContentCalendar {
  const random = randomFrom(`${seed}/content`)
  const writer = staff[2]?.id
  const at = (day: IsoDate) => startOfDay(day, 'Asia/Shanghai') + 32_400_000
  const kept = (piece: Piece, begunOn: IsoDate): Content => ({
    ...sampleBase(random, at(begunOn)),
    ...piece,
    ...(writer === undefined ? {} : { staffId: writer }),
  })
  const published = (daysAgo: number, piece: Omit<Piece, 'status' | 'on'>): Content => {
    const on = addDays(today, -daysAgo)
    return kept({ ...piece, status: 'published', on }, addDays(on, -21))
  }
  const planned = (status: ContentStatus, inDays: number | undefined, piece: Omit<Piece, 'status' | 'on'>) =>
    kept(
      { ...piece, status, ...(inDays === undefined ? {} : { on: addDays(today, inDays) }) },
      addDays(today, -9),
    )
  const pains = (...places: number[]) => places.flatMap((place) => ours.pains[place]?.id ?? [])
  const interests = (...places: number[]) => places.flatMap((place) => ours.interests[place]?.id ?? [])

  const careGuide = published(1410, {
    title: 'Bamboo that lasts ten years: a care guide',
    kind: 'whitePaper',
    positionIds: [...pains(3), ...interests(0)],
    productLines: ['Bamboo boards', 'Bamboo table'],
    topic: 'Care',
    leadMagnet: true,
    editions: [
      edition('en', 'Bamboo that lasts ten years'),
      edition('de', 'Bambus, der zehn Jahre hält'),
      edition('es', 'Bambú que dura diez años'),
      edition('zh-Hans', '用十年的竹制品：养护指南'),
    ],
  })
  const foodContact = published(760, {
    title: 'EU food contact rules for bamboo on two pages',
    kind: 'report',
    positionIds: pains(2),
    productLines: ['Bamboo table'],
    topic: 'Food contact',
    leadMagnet: true,
    editions: [
      { ...edition('en', 'EU food contact rules on two pages'), version: '3' },
      {
        ...edition('de', 'Lebensmittelkontakt auf zwei Seiten'),
        version: '2',
        expiresOn: addDays(today, -40),
      },
    ],
  })
  const webinar = published(75, {
    title: 'Private label packaging for small runs',
    kind: 'webinar',
    positionIds: pains(1, 4),
    topic: 'Packaging',
    editions: [edition('en', 'Private label packaging for small runs')],
  })
  const others = [
    published(
      520,
      piece('Five questions before you buy bamboo for a dishwasher', 'article', pains(3), ['en', 'zh-Hans']),
    ),
    published(300, {
      ...piece('LFGB and FDA test reports, bamboo line', 'certificate', pains(2), []),
      editions: [
        { ...edition('en', 'Test reports, bamboo line'), version: '2025', expiresOn: addDays(today, 22) },
      ],
    }),
    published(
      210,
      piece('Breakage cut by a third: the cups of a café chain', 'case', pains(0), ['en', 'fr']),
    ),
    published(150, piece('From clay to plate in four minutes', 'video', interests(2), ['en', 'zh-Hans'])),
    published(34, piece('Sea freight outlook for the next quarter', 'report', pains(5), ['en'])),
    published(18, {
      ...piece('Price list, stoneware and tea', 'priceList', [], []),
      editions: [{ ...edition('en', 'Price list'), expiresOn: addDays(today, 42) }],
    }),
    planned('ready', 12, piece('Glaze colours of the next season', 'catalogue', pains(4), ['en', 'zh-Hans'])),
    planned('draft', 26, piece('How three hotels count their breakage', 'article', pains(0), ['en'])),
    planned('idea', 47, piece('给采购新人的陶瓷检测十问', 'whitePaper', pains(2), ['zh-Hans'])),
    planned('idea', undefined, piece('An afternoon at the drying room, filmed', 'video', interests(2), [])),
  ]
  const { letters, pieces } = letterSeries(random, today, kept, interests(0, 1, 2))
  return {
    content: [careGuide, foodContact, webinar, ...others, ...pieces],
    careGuide,
    foodContact,
    webinar,
    webinarAt: at(webinar.on ?? today) + 21_600_000,
    letters,
  }
}

function letterSeries(
  random: Random,
  today: IsoDate,
  kept: (piece: Piece, begunOn: IsoDate) => Content,
  positionIds: string[],
): { letters: SentLetter[]; pieces: Content[] } {
  const letters: SentLetter[] = []
  const pieces: Content[] = []
  for (let back = LETTER_MONTHS; back >= -1; back -= 1) {
    const on = addDays(addMonths(monthStart(today), -back), LETTER_DAY - 1)
    const sent = compareDays(on, today) < 0
    const campaign = `Clay & Bamboo ${on.slice(0, 7)}`
    let piece: Content | undefined
    if (back < LETTER_PIECES) {
      const topic = LETTER_TOPICS[(Number(on.slice(5, 7)) + random.next()) % LETTER_TOPICS.length] ?? ''
      const status = sent ? 'published' : back < 0 ? 'idea' : 'draft'
      const begunOn = sent ? addDays(on, -12) : addDays(today, -3)
      const editions = [
        edition('en', `${campaign}: ${topic}`),
        edition('zh-Hans', `竹与陶 ${on.slice(0, 7)}`),
      ]
      piece = kept(
        { title: `${campaign}: ${topic}`, kind: 'letter', status, positionIds, editions, on },
        begunOn,
      )
      pieces.push(piece)
    }
    if (!sent) continue
    const at = startOfDay(on, 'Asia/Shanghai') + 54_000_000
    letters.push({ at, campaign, ...(piece === undefined ? {} : { contentId: piece.id }) })
  }
  return { letters, pieces }
}

function piece(
  title: string,
  kind: ContentKind,
  positionIds: string[],
  languages: readonly string[],
): Omit<Piece, 'status' | 'on'> {
  return { title, kind, positionIds, editions: languages.map((language) => edition(language)) }
}

function edition(language: string, title?: string): ContentEdition {
  return { language, ...(title === undefined ? {} : { title }) }
}
