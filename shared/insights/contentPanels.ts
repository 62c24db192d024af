import { type ContentDimension, contentInfluence, influenceKeys } from '../measures/contentInfluence'
import { figure } from '../measures/figure'
import { contentKindSchema } from '../records/content'
import type { InsightBook } from './insightBook'
import { idsWhere, nameCell, type PanelCell, type PanelMaker } from './panel'

/** What each piece did, the one with most orders after it first. Influence is no proof of cause. */
export const contentPanel = influencePanel('piece')
/** The same for all pieces of a topic, for a pain point or interest, of a form, and in a language. */
export const contentTopicPanel = influencePanel('topic')
export const contentPositionPanel = influencePanel('position')
export const contentKindPanel = influencePanel('kind')
export const contentLanguagePanel = influencePanel('language')

const CAPTIONS = {
  piece: 'insights.column.piece',
  topic: 'insights.column.topic',
  position: 'insights.column.position',
  kind: 'insights.column.form',
  language: 'insights.column.language',
} as const

function influencePanel(dimension: ContentDimension): PanelMaker {
  return {
    make: (book, { today }) => ({
      columns: [
        { id: 'piece', caption: CAPTIONS[dimension], kind: 'name' },
        { id: 'delivered', caption: 'insights.column.delivered', kind: 'count' },
        { id: 'opened', caption: 'insights.column.opened', kind: 'count' },
        { id: 'clicked', caption: 'insights.column.clicked', kind: 'count' },
        { id: 'replied', caption: 'insights.column.replied', kind: 'count' },
        { id: 'attended', caption: 'insights.column.attended', kind: 'count' },
        { id: 'quotes', caption: 'insights.column.quotesAfter', kind: 'count' },
        { id: 'orders', caption: 'insights.column.ordersAfter', kind: 'count' },
        { id: 'revenue', caption: 'insights.column.revenueAfter', kind: 'money' },
      ],
      rows: [...contentInfluence(book.facts, book.content, dimension, today, book.base)]
        .sort(
          (a, b) => b[1].orders - a[1].orders || b[1].delivered - a[1].delivered || (a[0] < b[0] ? -1 : 1),
        )
        .map(([key, row]) => ({
          key,
          behind: true,
          cells: {
            piece: keyCell(book, dimension, key),
            delivered: figure(row.delivered),
            opened: figure(row.opened),
            clicked: figure(row.clicked),
            replied: figure(row.replied),
            attended: figure(row.attended),
            quotes: figure(row.opportunities),
            orders: figure(row.orders),
            revenue: row.revenue,
          },
        })),
      // An order after two topics stands with both: the rows are no parts of a whole.
      notes: dimension === 'piece' ? [] : [{ message: 'insights.note.overlap' }],
    }),
    behind: (book, { today }, rowKey) =>
      idsWhere(book, ({ engagements, gifts }) =>
        [...engagements, ...gifts].some(
          ({ contentId, on }) =>
            contentId !== undefined &&
            on <= today &&
            influenceKeys(contentId, book.content.get(contentId), dimension).includes(rowKey),
        ),
      ),
  }
}

function keyCell(book: InsightBook, dimension: ContentDimension, key: string): PanelCell {
  if (dimension === 'piece') return nameCell(book.content.get(key)?.title, 'insights.gonePiece')
  if (dimension === 'position') return nameCell(book.positions.get(key)?.text, 'insights.gonePosition')
  if (dimension === 'language') return { language: key }
  const kind = dimension === 'kind' ? contentKindSchema.safeParse(key) : undefined
  return kind?.success === true ? { message: `content.kind.${kind.data}` } : { name: key }
}
