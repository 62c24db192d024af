import { memo } from 'react'
import { cellText } from '#shared/importing/cell'
import type { ColumnReading } from '#shared/importing/reading'
import { fitsKind } from '#shared/importing/tableKind'
import { isTarget, ownTarget, type ShippedTarget, TARGETS } from '#shared/importing/targets'
import { fieldsInUse, OWN_TABLES, type OwnField, type OwnTable } from '#shared/ownFields/ownField'
import { useText } from '../i18n/text'
import { useImportDesk } from '../store/ImportDeskContext'
import { useRead } from '../store/NotebookContext'
import { ownFields } from '../store/queries/ownFields'
import type { ColumnChoices } from './columnChoices'
import styles from './Import.module.css'
import { RuleSelect } from './RuleSelect'

/** Meanings that only a known source gives; offered where a column has one already. */
const PRESET_ONLY: ReadonlySet<ShippedTarget> = new Set<ShippedTarget>([
  'attributes',
  'inter.time',
  'label',
  'labelled',
  'messaging',
  'period.compared',
  'person.titleOrSalutation',
  'private',
  'section',
  'status',
  'touch.boothDate',
])

/**
 * The first rows under their column names, with where each column goes. Of a wide table these are some ten thousand
 * elements: they are drawn when something of their own changes, not whenever the file is a step further.
 */
export const ColumnTable = memo(function ColumnTable(file: ColumnChoices) {
  const text = useText()
  const own = useRead(ownFields, []) ?? []
  const { summary } = file
  const { columns, preview } = summary
  const isWords = summary.format === 'pasted' || summary.format === 'mail'
  const title = text(isWords ? 'import.read' : 'import.preview')
  return (
    <section className={styles.block} aria-label={title}>
      <h3 className={styles.blockTitle}>{title}</h3>
      <p className={styles.note}>{text(isWords ? 'import.readHint' : 'import.previewHint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling table must be reachable by keyboard */}
      <section className={styles.tableScroller} tabIndex={0} aria-label={title}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <ColumnHead key={column.index} file={file} column={column} isWords={isWords} own={own} />
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name than their place
              <tr key={at}>
                {columns.map((column) => (
                  <td key={column.index} data-out={column.target === 'none'}>
                    <bdi>{cellText(row[column.index])}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
})

/** Own fields of customers or people as choices; nothing where there are none. */
function OwnFieldChoices({ table, fields }: { table: OwnTable; fields: readonly OwnField[] }) {
  const text = useText()
  const shown = fieldsInUse(fields, table)
  if (shown.length === 0) return null
  return (
    <optgroup label={text('import.ownFieldsOf', { of: text(`ownFields.of.${table}`) })}>
      {shown.map((field) => (
        <option key={field.id} value={ownTarget(field)}>
          {field.name}
        </option>
      ))}
    </optgroup>
  )
}

function ColumnHead(props: {
  file: ColumnChoices
  column: ColumnReading
  isWords: boolean
  own: readonly OwnField[]
}) {
  const { file, column, isWords, own } = props
  const { summary } = file
  const text = useText()
  const desk = useImportDesk()
  const { index, target } = column
  // A part of a pasted text has no caption: it goes by what it says.
  const hasCaption = !(isWords && isTarget(column.header))
  const header = hasCaption ? column.header : (column.samples[0] ?? '')
  const choices = TARGETS.filter(
    (choice) => choice === target || (fitsKind(choice, summary.kind) && !PRESET_ONLY.has(choice)),
  )
  return (
    <th scope="col" data-out={target === 'none'}>
      {hasCaption && <bdi className={styles.columnName}>{header}</bdi>}
      <select
        className={styles.target}
        aria-label={text('import.targetOf', { column: header })}
        disabled={file.isBusy}
        value={target}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          if (isTarget(chosen))
            desk.override(file.token, { columns: { ...file.overrides.columns, [index]: chosen } })
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {text(`import.target.${choice}`)}
          </option>
        ))}
        {OWN_TABLES.map((table) => (
          <OwnFieldChoices key={table} table={table} fields={summary.kind === 'contacts' ? own : []} />
        ))}
      </select>
      <RuleSelect file={file} column={column} name={header} />
    </th>
  )
}
