import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { Panel } from '#shared/insights/panel'
import { useCellWords } from './cellWords'
import { numberOf } from './figureValue'
import styles from './Insights.module.css'

const HEIGHT_PX = 210

/**
 * The smile curve: what marketing costs of a hundred of revenue; dashed variable, dotted fixed. Time runs left to right in
 * every language.
 */
export function SmileChart({ panel }: { panel: Panel }) {
  const { words, cell } = useCellWords()
  const points = panel.rows.map((row) => {
    const revenue = numberOf(row.cells.revenue) ?? 0
    const of = (minor: number | undefined) =>
      minor === undefined || revenue <= 0 ? undefined : minor / revenue
    return {
      quarter: cell(row.cells.quarter, 'name'),
      total: numberOf(row.cells.share),
      variable: of(numberOf(row.cells.variable)),
      fixed: of((numberOf(row.cells.fixed) ?? 0) + (numberOf(row.cells.team) ?? 0)),
    }
  })
  const last = points.findLast((point) => point.total !== undefined)
  if (last === undefined) return <p className={styles.quiet}>{words.text('insights.nothing')}</p>
  return (
    <div className={styles.chart} role="img" aria-label={words.text('insights.chart.smile')}>
      <div dir="ltr">
        <ResponsiveContainer width="100%" height={HEIGHT_PX}>
          <LineChart data={points} margin={{ top: 12, right: 12, bottom: 0, left: 0 }}>
            <CartesianGrid stroke="var(--line)" vertical={false} />
            <XAxis
              dataKey="quarter"
              tick={{ fill: 'var(--ink-2)', fontSize: 11 }}
              stroke="var(--ink-3)"
              minTickGap={24}
            />
            <YAxis
              tick={{ fill: 'var(--ink-2)', fontSize: 11 }}
              tickFormatter={(share: number) => words.share(share)}
              stroke="none"
              width={46}
            />
            <Line
              dataKey="fixed"
              stroke="var(--leaf)"
              strokeDasharray="1 4"
              strokeWidth={1.8}
              dot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="variable"
              stroke="var(--warm)"
              strokeDasharray="7 4"
              strokeWidth={1.8}
              dot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="total"
              stroke="var(--ink)"
              strokeWidth={2.6}
              dot={false}
              isAnimationActive={false}
            />
          </LineChart>
        </ResponsiveContainer>
      </div>
      <p className={styles.legend}>
        <span className={styles.keyTotal}>
          {words.text('insights.total')} {share(last.total, words.share)}
        </span>
        <span className={styles.keyVariable}>
          {words.text('insights.column.variable')} {share(last.variable, words.share)}
        </span>
        <span className={styles.keyFixed}>
          {words.text('insights.column.fixed')} {share(last.fixed, words.share)}
        </span>
      </p>
    </div>
  )
}

function share(value: number | undefined, words: (share: number) => string): string {
  return value === undefined ? '–' : words(value)
}
