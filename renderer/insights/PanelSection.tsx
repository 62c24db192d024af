import { type ReactNode, useState } from 'react'
import { isMessageKey } from '#shared/i18n/catalogues'
import type { Panel, PanelRow } from '#shared/insights/panel'
import type { PanelName } from '#shared/insights/panels'
import { useText } from '../i18n/text'
import link from '../ui/link.module.css'
import { NOT_IN_PICTURE } from '../ui/pictureOf'
import { BehindDialog } from './BehindDialog'
import { useCellWords } from './cellWords'
import { Definition } from './Definition'
import { FigureActions } from './FigureActions'
import styles from './Insights.module.css'
import { PanelTable } from './PanelTable'
import { useInsight } from './useInsight'

/** Opens the customers behind a row. */
export type OpenRow = (row: PanelRow, label: string) => void

/**
 * One figure: its name, what it means, the chart where it has one, the table always at hand, and in words what is
 * missing from it.
 */
export function PanelSection(props: {
  readonly name: PanelName
  readonly wide?: boolean
  /** Too many columns for half of a narrow window. */
  readonly roomy?: boolean
  /** What the person may choose about it, beside its name. */
  readonly controls?: ReactNode
  /** Drawn instead of the table until the person asks for that. */
  readonly chart?: (panel: Panel, openRow: OpenRow) => ReactNode
}) {
  const { name, wide, roomy, chart, controls } = props
  const text = useText()
  const { note } = useCellWords()
  const { value: panel, base } = useInsight(name, (calls, request) => calls.insightPanel(request, name))
  const [asTable, setAsTable] = useState(false)
  const [opened, setOpened] = useState<{ readonly row: PanelRow; readonly label: string }>()
  const key = `insights.panel.${name}`
  const title = isMessageKey(key) ? text(key) : name
  const openRow: OpenRow = (row, label) => setOpened({ row, label })
  const isEmpty = panel !== undefined && panel.rows.length === 0
  return (
    <section
      className={wide === true ? styles.wide : styles.section}
      data-roomy={roomy}
      aria-labelledby={`figure-${name}`}
    >
      <header className={styles.sectionHead}>
        <h2 id={`figure-${name}`}>{title}</h2>
        <Definition name={name} title={title} />
        {controls !== undefined && <span {...{ [NOT_IN_PICTURE]: '' }}>{controls}</span>}
        <span className={styles.grow} />
        {panel !== undefined && !isEmpty && (
          <span className={styles.quiet}>{text('insights.rowCount', { count: panel.rows.length })}</span>
        )}
        {chart !== undefined && panel !== undefined && !isEmpty && (
          <button
            type="button"
            className={link.link}
            {...{ [NOT_IN_PICTURE]: '' }}
            onClick={() => setAsTable(!asTable)}
          >
            {text(asTable ? 'insights.showChart' : 'insights.showTable')}
          </button>
        )}
        {panel !== undefined && !isEmpty && <FigureActions title={title} name={name} currency={base} />}
      </header>
      {isEmpty && <p className={styles.quiet}>{text('insights.nothing')}</p>}
      {panel !== undefined && !isEmpty && (chart === undefined || asTable) && (
        <PanelTable title={title} panel={panel} onRow={openRow} />
      )}
      {panel !== undefined && !isEmpty && chart !== undefined && !asTable && chart(panel, openRow)}
      {panel?.notes.map((one) => (
        <p key={one.message} className={one.isGap === true ? styles.gap : styles.note}>
          {note(one)}
        </p>
      ))}
      {opened !== undefined && (
        <BehindDialog
          name={name}
          rowKey={opened.row.key}
          label={opened.label}
          onClose={() => setOpened(undefined)}
        />
      )}
    </section>
  )
}
