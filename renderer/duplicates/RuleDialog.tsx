import { Modal, NativeSelect } from '@mantine/core'
import { useEffect, useState } from 'react'
import { MERGE_RULES, type MergeGroup, type MergeRule } from '#shared/duplicates/mergeRules'
import { useBackups } from '../backup/BackupsContext'
import { useUndo } from '../commands/useUndo'
import { comma } from '../i18n/signs'
import { useErrorText, useText } from '../i18n/text'
import { useNotebook, useNotebookState, useRead } from '../store/NotebookContext'
import { customerNames } from '../store/queries/customerPage'
import dialog from '../ui/dialog.module.css'
import { showNotice } from '../ui/notice'
import styles from './MergeDialog.module.css'
import { commitGroups } from './mergeCommits'

/** Groups listed before the merge; the count speaks for the rest. */
const GROUPS_SHOWN = 100

/** Merges many pages at once by a rule, after showing which. */
export function RuleDialog({ onClose }: { onClose: () => void }) {
  const text = useText()
  const errorText = useErrorText()
  const notebook = useNotebook()
  const backups = useBackups()
  const { undo } = useUndo()
  const [rule, setRule] = useState<MergeRule>('emailAndCompany')
  const [busy, setBusy] = useState(false)
  const groups = useGroups(rule)
  const count = groups?.reduce((sum, { goingIds }) => sum + goingIds.length, 0) ?? 0

  const merge = async () => {
    if (groups === undefined || busy) return
    setBusy(true)
    // Many pages at once: a way back that does not hang on this notebook's own history.
    const backup = await backups.takeIfChanged('beforeMerge')
    const done = backup.ok ? await commitGroups(notebook, groups) : backup
    if (!done.ok)
      showNotice({ message: text('merge.failed', { reason: errorText(done.error.code) }), bad: true })
    else {
      const { merged, left } = done.value
      showNotice({
        message: text('merge.rule.done', { count: merged }),
        ...(merged > 0 && { action: { label: text('action.undo'), run: () => void undo() } }),
      })
      if (left > 0) showNotice({ message: text('merge.rule.left', { count: left }), stays: true })
    }
    onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={text('merge.rule.title')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <div className={styles.dialog}>
        <NativeSelect
          data-autofocus
          label={text('merge.rule.take')}
          value={rule}
          onChange={(event) => setRule(event.currentTarget.value as MergeRule)}
          data={MERGE_RULES.map((each) => ({ value: each, label: text(`merge.rule.${each}`) }))}
        />
        <p className={styles.kept}>{text('merge.rule.explain')}</p>
        {groups?.length === 0 && <p role="status">{text('merge.rule.none')}</p>}
        {groups !== undefined && groups.length > 0 && <Preview groups={groups} />}
        <div className={`${dialog.actions} ${dialog.foot}`}>
          <button
            type="button"
            className={styles.primary}
            disabled={count === 0 || busy}
            onClick={() => void merge()}
          >
            {text('merge.rule.confirm', { count })}
          </button>
          <button type="button" className={styles.quiet} onClick={onClose}>
            {text('action.cancel')}
          </button>
        </div>
      </div>
    </Modal>
  )
}

function Preview({ groups }: { groups: readonly MergeGroup[] }) {
  const text = useText()
  const shown = groups.slice(0, GROUPS_SHOWN)
  const ids = shown.flatMap(({ keptId, goingIds }) => [keptId, ...goingIds])
  const names = useRead((db) => customerNames(db, ids), [ids.join()])
  return (
    <section className={styles.since} aria-label={text('merge.rule.preview')}>
      <ul className={styles.preview}>
        {shown.map(({ keptId, goingIds }) => (
          <li key={keptId} className={styles.later}>
            <span className={styles.what}>
              <strong>
                <bdi>{names?.get(keptId)}</bdi>
              </strong>
              <br />
              <span className={styles.about}>
                {text('merge.rule.into', {
                  names: goingIds.map((id) => names?.get(id) ?? '').join(comma(text)),
                })}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {groups.length > shown.length && (
        <p className={styles.about}>
          {text('merge.rule.shown', { shown: shown.length, total: groups.length })}
        </p>
      )}
    </section>
  )
}

/** What the rule would merge now; asked again when the notebook changes. */
function useGroups(rule: MergeRule): readonly MergeGroup[] | undefined {
  const notebook = useNotebook()
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const [found, setFound] = useState<{ rule: MergeRule; groups: readonly MergeGroup[] }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change in the notebook may change what fits
  useEffect(() => {
    let wanted = true
    void notebook.duplicateGroups(rule).then((groups) => {
      if (wanted) setFound({ rule, groups })
    })
    return () => {
      wanted = false
    }
  }, [notebook, rule, appliedSeq])
  return found?.rule === rule ? found.groups : undefined
}
