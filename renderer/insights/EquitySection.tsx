import { useState } from 'react'
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { Panel } from '#shared/insights/panel'
import { reasonWords } from '#shared/reporting/costWords'
import { useMoneyFormats } from '../i18n/money'
import { useText } from '../i18n/text'
import link from '../ui/link.module.css'
import { NOT_IN_PICTURE } from '../ui/pictureOf'
import { useCellWords } from './cellWords'
import { Definition } from './Definition'
import { FigureActions } from './FigureActions'
import { numberOf } from './figureValue'
import styles from './Insights.module.css'
import { PanelTable } from './PanelTable'
import { useLifetime } from './useLifetime'

const HEIGHT_PX = 170

/** What all customers together are expected to bring, always with its range, or why that can't be told. */
export function EquitySection() {
  const text = useText()
  const { words } = useCellWords()
  const { outlook, failed } = useLifetime()
  const [asTable, setAsTable] = useState(false)
  const title = text('insights.panel.equity')
  const rows = outlook?.overTime.rows ?? []
  const [newest] = rows.slice(-1)
  const currency = newest === undefined ? '' : currencyOf(newest.cells.expected)
  const equity = outlook?.equity
  const money = (minor: number) => words.money({ minor, currency })
  return (
    <section className={styles.section} aria-labelledby="figure-equity">
      <header className={styles.sectionHead}>
        <h2 id="figure-equity">{title}</h2>
        <Definition name="equity" title={title} />
        <span className={styles.grow} />
        {rows.length > 0 && (
          <>
            <button
              type="button"
              className={link.link}
              {...{ [NOT_IN_PICTURE]: '' }}
              onClick={() => setAsTable(!asTable)}
            >
              {text(asTable ? 'insights.showChart' : 'insights.showTable')}
            </button>
            <FigureActions title={title} currency={currency} />
          </>
        )}
      </header>
      {failed && <p className={styles.gap}>{text('insights.failed')}</p>}
      {!failed && equity === undefined && <p className={styles.quiet}>{text('insights.equityCounting')}</p>}
      {equity?.reason !== undefined && <p className={styles.note}>{reasonWords(equity.reason, words)}</p>}
      {equity?.value !== undefined && currency !== '' && (
        <p className={styles.note}>
          {text('insights.equityNow', {
            money: money(equity.value.minor),
            low: money(equity.value.lowMinor),
            high: money(equity.value.highMinor),
          })}
        </p>
      )}
      {outlook !== undefined &&
        rows.length > 0 &&
        (asTable ? (
          <PanelTable title={title} panel={outlook.overTime} onRow={() => undefined} />
        ) : (
          <EquityChart panel={outlook.overTime} label={text('insights.chart.equity')} />
        ))}
    </section>
  )
}

function EquityChart({ panel, label }: { panel: Panel; label: string }) {
  const { cell } = useCellWords()
  const { short } = useMoneyFormats()
  const points = panel.rows.map((row) => ({
    on: cell(row.cells.on, 'name'),
    expected: numberOf(row.cells.expected),
    range: [numberOf(row.cells.low), numberOf(row.cells.high)],
  }))
  const currency = currencyOf(panel.rows[0]?.cells.expected)
  const tick = { fill: 'var(--ink-2)', fontSize: 11 }
  return (
    <div className={styles.chart} dir="ltr" role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={HEIGHT_PX}>
        <ComposedChart data={points} margin={{ top: 8, right: 12, bottom: 0, left: 0 }}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis dataKey="on" tick={tick} stroke="var(--ink-3)" minTickGap={24} />
          <YAxis
            tick={tick}
            stroke="none"
            width={84}
            tickFormatter={(minor: number) => short({ minor, currency })}
          />
          <Area dataKey="range" fill="var(--leaf-soft)" stroke="none" isAnimationActive={false} />
          <Line
            dataKey="expected"
            stroke="var(--leaf)"
            strokeWidth={2.4}
            dot={false}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}

function currencyOf(cell: Panel['rows'][number]['cells'][string] | undefined): string {
  return cell !== undefined && 'value' in cell && typeof cell.value === 'object' ? cell.value.currency : ''
}
