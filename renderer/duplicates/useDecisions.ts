import { useMemo } from 'react'
import { proposeChoices } from '#shared/merging/joinFields'
import type { Page } from '#shared/merging/mergeChanges'
import { peopleOf } from '#shared/merging/mergeSeries'
import { samePeople } from '#shared/merging/samePeople'
import type { Customer } from '#shared/records/customer'
import type { Result } from '#shared/result'
import { useUndo } from '../commands/useUndo'
import { useErrorText, useText } from '../i18n/text'
import { useNotebook } from '../store/NotebookContext'
import type { Saved } from '../store/notebook'
import { showNotice } from '../ui/notice'
import { commitDistinction, commitMerge, commitUnmerge, type WantedMerge } from './mergeCommits'

type Named = Pick<Customer, 'id' | 'name'>

/** What a person decides about two pages; each is one change-set, told with a way back. */
export interface Decisions {
  /** Merges as chosen. Answers whether it was done. */
  readonly merge: (wanted: WantedMerge, winner: Named, loser: Named) => Promise<boolean>
  readonly distinguish: (one: Named, other: Named) => Promise<boolean>
  readonly unmerge: (
    mergeId: string,
    givenIds: ReadonlySet<string>,
    winner: Named,
    loser: Named,
  ) => Promise<boolean>
}

export function useDecisions(): Decisions {
  const notebook = useNotebook()
  const text = useText()
  const errorText = useErrorText()
  const { undo } = useUndo()
  return useMemo(() => {
    const tell = (
      saved: Result<Saved | undefined>,
      done: string,
      failed: 'merge.failed' | 'unmerge.failed',
    ): boolean => {
      if (saved.ok)
        showNotice({ message: done, action: { label: text('action.undo'), run: () => void undo() } })
      else showNotice({ message: text(failed, { reason: errorText(saved.error.code) }), bad: true })
      return saved.ok
    }
    return {
      merge: async (wanted, winner, loser) => {
        const saved = await commitMerge(notebook, wanted, winner.name, loser.name)
        return tell(saved, text('merge.done', { name: winner.name, other: loser.name }), 'merge.failed')
      },
      distinguish: async (one, other) => {
        const names = { name: one.name, other: other.name }
        const saved = await commitDistinction(notebook, { aId: one.id, bId: other.id }, names)
        return tell(saved, text('duplicates.told', names), 'merge.failed')
      },
      unmerge: async (mergeId, givenIds, winner, loser) => {
        const names = { name: winner.name, other: loser.name }
        const saved = await commitUnmerge(notebook, mergeId, givenIds, names)
        return tell(saved, text('unmerge.done', { other: loser.name }), 'unmerge.failed')
      },
    }
  }, [notebook, text, errorText, undo])
}

/** What is merged when nobody chooses: gaps are filled, and people with one name or address become one. */
export function usualMerge(winner: Page, loser: Page): WantedMerge {
  return {
    winnerId: winner.customer.id,
    loserId: loser.customer.id,
    choices: proposeChoices(winner.customer, loser.customer),
    people: samePeople(peopleOf(winner), peopleOf(loser), winner.customer.country),
  }
}
