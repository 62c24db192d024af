import { Modal } from '@mantine/core'
import { useState } from 'react'
import {
  EXPORT_SUBJECTS,
  type ExportChoice,
  type ExportFormat,
  type ExportSubject,
  FORMATS_OF,
  HISTORY_TABLES,
} from '#shared/exporting/exportRequest'
import { useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import { useRead } from '../store/NotebookContext'
import { countCustomers } from '../store/queries/customers'
import { type ListedCustomers, useView } from '../view/viewState'
import { ExportAction } from './ExportAction'
import styles from './ExportDialog.module.css'
import { ExportOptions } from './ExportOptions'
import { RadioList } from './RadioList'
import { useExport } from './useExport'

const FIRST: ExportChoice = {
  subject: 'contacts',
  format: 'xlsx',
  table: 'interactions',
  hashed: false,
  photos: true,
}

/** What leaves the notebook, in which form, and how much that is: told before anything is written. */
export function ExportDialog() {
  const wanted = useView((view) => view.exporting)
  // A new opening begins anew, with nothing of the last one.
  return wanted === undefined ? null : <OpenDialog wanted={wanted} />
}

function OpenDialog({ wanted }: { wanted: 'all' | ListedCustomers }) {
  const text = useText()
  const openExport = useView((view) => view.openExport)
  const [choice, setChoice] = useState(FIRST)
  const [isListed, setListed] = useState(wanted !== 'all')
  const customers = useRead(countCustomers, [])
  const customerIds = wanted === 'all' || !isListed ? 'all' : wanted.ids
  const exporting = useExport(choice, customerIds)
  const isWriting = exporting.stage.kind === 'writing'

  const chooseSubject = (subject: ExportSubject) =>
    setChoice((now) => ({ ...now, subject, format: FORMATS_OF[subject][0], hashed: false }))

  return (
    <Modal
      opened
      onClose={() => openExport(undefined)}
      size={880}
      title={text('export.title')}
      closeOnEscape={!isWriting}
      closeOnClickOutside={!isWriting}
      withCloseButton={!isWriting}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <Private>
        <div className={styles.dialog}>
          <RadioList
            legend={text('export.subjectLabel')}
            name="export-subject"
            value={choice.subject}
            options={EXPORT_SUBJECTS.map((value) => ({
              value,
              label: text(`export.subject.${value}`),
              hint: text(`export.about.${value}`),
            }))}
            disabled={isWriting}
            onChange={chooseSubject}
          />
          <div className={styles.form}>
            <RadioList
              legend={text('export.formatLabel')}
              name="export-format"
              inline
              value={choice.format}
              options={(FORMATS_OF[choice.subject] as readonly ExportFormat[]).map((value) => ({
                value,
                label: text(`export.format.${value}`),
              }))}
              disabled={isWriting}
              onChange={(format) => setChoice((now) => ({ ...now, format, hashed: false }))}
            />
            <p className={styles.hint}>{text(`export.hint.${choice.format}`)}</p>
            {choice.subject === 'history' && choice.format !== 'xlsx' && (
              <RadioList
                legend={text('export.tableLabel')}
                name="export-table"
                inline
                value={choice.table}
                options={HISTORY_TABLES.map((value) => ({ value, label: text(`export.table.${value}`) }))}
                disabled={isWriting}
                onChange={(table) => setChoice((now) => ({ ...now, table }))}
              />
            )}
            {wanted !== 'all' && (
              <RadioList
                legend={text('export.whoLabel')}
                name="export-scope"
                inline
                value={isListed ? 'listed' : 'all'}
                options={[
                  {
                    value: 'listed',
                    label:
                      wanted.query === ''
                        ? text('export.scopeChosen', { count: wanted.ids.length })
                        : text('export.scopeListed', { count: wanted.ids.length, query: wanted.query }),
                  },
                  { value: 'all', label: text('export.scopeAll', { count: customers ?? 0 }) },
                ]}
                disabled={isWriting}
                onChange={(scope) => setListed(scope === 'listed')}
              />
            )}
            <ExportOptions choice={choice} disabled={isWriting} onChange={setChoice} />
            <ExportAction choice={choice} exporting={exporting} />
          </div>
        </div>
      </Private>
    </Modal>
  )
}
