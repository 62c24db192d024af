import type { FairFacts } from './fairFacts'
import type { ReportWords } from './words'
import type { Cell, Sheet } from './workbook'

/** Every figure of the report, in the order in which a reader meets it. */
export const DEFINED = [
  'lead',
  'grade',
  'qualified',
  'untouched',
  'firstTouch',
  'firstOrder',
  'attribution',
  'money',
  'directCost',
  'costPer',
  'coverage',
  'promise',
  'followUp',
  'consent',
  'duplicate',
] as const

/** What every figure means, and what the report was made from. */
export function definitionsSheet(facts: FairFacts, words: ReportWords): Sheet {
  const { text } = words
  const { input, today } = facts
  const about: Cell[][] = [
    [text('report.about'), input.fair.name],
    [text('report.madeOn'), { kind: 'day', value: today }],
    [text('settings.baseCurrency'), input.baseCurrency],
    [text('report.clock'), input.zone],
  ]
  const defined = DEFINED.map((name): Cell[] => [text(`define.${name}`), text(`define.${name}.words`)])
  return {
    name: 'Definitions',
    columns: [
      { caption: text('report.figure'), width: 28, holds: 'plain' },
      { caption: text('report.meaning'), width: 100, holds: 'longText' },
    ],
    rows: [...defined, [], ...about],
    tableRows: defined.length,
  }
}
