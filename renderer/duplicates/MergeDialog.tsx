import { Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { DuplicatePair } from '#shared/duplicates/duplicatePair'
import { type ChosenField, differingFields, type FieldChoices } from '#shared/merging/joinFields'
import type { Page } from '#shared/merging/mergeChanges'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { readPage } from '../store/queries/mergePages'
import dialog from '../ui/dialog.module.css'
import { KeyCaps } from '../ui/KeyCaps'
import link from '../ui/link.module.css'
import { useDialogKeys } from '../ui/useDialogKeys'
import { FieldChoice } from './FieldChoice'
import styles from './MergeDialog.module.css'
import { PageHead } from './PageHead'
import { SamePeopleList } from './SamePeopleList'
import { useDecisions, usualMerge } from './useDecisions'

/** Two pages side by side: what they differ in is chosen, everything else of both is kept. */
export function MergeDialog({ pair, onClose }: { pair: DuplicatePair; onClose: () => void }) {
  const text = useText()
  const pages = useRead(
    (db) => Promise.all([readPage(db, pair.aId), readPage(db, pair.bId)]),
    [pair.aId, pair.bId],
  )
  const [a, b] = pages ?? []
  return (
    <Modal
      opened
      onClose={onClose}
      size={880}
      title={text('merge.title')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      {a !== undefined && b !== undefined && <SideBySide a={a} b={b} onClose={onClose} />}
      {pages !== undefined && (a === undefined || b === undefined) && <p>{text('notebook.gone')}</p>}
    </Modal>
  )
}

function SideBySide({ a, b, onClose }: { a: Page; b: Page; onClose: () => void }) {
  const text = useText()
  const decisions = useDecisions()
  const [swapped, setSwapped] = useState(false)
  const [winner, loser] = swapped ? [b, a] : [a, b]
  const usual = usualMerge(winner, loser)
  const [chosen, setChosen] = useState<FieldChoices>({})
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set())
  const choices = { ...usual.choices, ...chosen }
  const fields = differingFields(winner.customer, loser.customer)
  const people = usual.people.filter(({ loserId }) => !apart.has(loserId))

  const merge = async () => {
    if (await decisions.merge({ ...usual, choices, people }, winner.customer, loser.customer)) onClose()
  }
  const distinguish = async () => {
    if (await decisions.distinguish(a.customer, b.customer)) onClose()
  }
  const swap = () => {
    setSwapped(!swapped)
    setChosen({})
    setApart(new Set())
  }
  useDialogKeys({ KeyM: () => void merge(), KeyN: () => void distinguish(), KeyK: swap })
  const confirm = useRef<HTMLButtonElement>(null)
  // The pages are read after the dialog has opened and taken the focus.
  useEffect(() => confirm.current?.focus(), [])

  return (
    <div className={styles.dialog}>
      <div className={styles.heads}>
        <span />
        <PageHead page={winner} role={text('merge.stays')} stays />
        <PageHead page={loser} role={text('merge.goes')} />
      </div>
      <p className={styles.hint}>
        {text(fields.length === 0 ? 'merge.nothingDiffers' : 'merge.choose')}{' '}
        <button type="button" className={link.link} aria-keyshortcuts="K" onClick={swap}>
          {text('merge.swap')} <KeyCaps chord="KeyK" />
        </button>
      </p>
      <div className={styles.fields}>
        {fields.map((field: ChosenField) => (
          <FieldChoice
            key={field}
            field={field}
            winner={winner.customer}
            loser={loser.customer}
            side={choices[field] ?? 'winner'}
            onChoose={(side) => setChosen({ ...chosen, [field]: side })}
          />
        ))}
      </div>
      <SamePeopleList
        winner={winner}
        loser={loser}
        pairs={usual.people}
        apart={apart}
        onToggle={(loserId) => {
          const next = new Set(apart)
          if (!next.delete(loserId)) next.add(loserId)
          setApart(next)
        }}
      />
      <p className={styles.kept}>{text('merge.kept')}</p>
      <div className={`${dialog.actions} ${dialog.foot}`}>
        <button
          type="button"
          ref={confirm}
          className={styles.primary}
          aria-keyshortcuts="M"
          onClick={() => void merge()}
        >
          {text('merge.confirm')} <KeyCaps chord="KeyM" onAccent />
        </button>
        <button
          type="button"
          className={styles.quiet}
          aria-keyshortcuts="N"
          onClick={() => void distinguish()}
        >
          {text('duplicates.distinct')} <KeyCaps chord="KeyN" />
        </button>
        <button type="button" className={styles.quiet} onClick={onClose}>
          {text('action.cancel')}
        </button>
      </div>
    </div>
  )
}
