import { useCallback, useEffect, useRef, useState } from 'react'
import type { OrchardBridge } from '#shared/ipc/contract'
import {
  type DraftIds,
  emptyLeadDraft,
  isUntouched,
  type LeadDraft,
  parseLeadDraft,
} from '#shared/leads/leadDraft'
import { useBridge } from '../shell/BridgeContext'
import { useNotebook, useNotebookState } from '../store/NotebookContext'
import type { Notebook } from '../store/notebook'
import { noteKept, unkeptDrafts } from './unkeptDrafts'

/** A draft's file name: one file a lead, so that several can be set aside. */
function draftName(draft: LeadDraft): string {
  return `lead-${draft.changeSetId}`
}

export interface LeadDraftAccess {
  /** Undefined until the kept drafts have been read. */
  readonly draft: LeadDraft | undefined
  readonly update: (patch: Partial<LeadDraft>) => void
  /** When the text as it stands was last known to be on disk, epoch ms. */
  readonly keptAt: number | undefined
  /** The code of the last failure to keep the draft; the text is still in the form. */
  readonly keepError: string | undefined
  /** Drafts set aside for this fair, the newest first. */
  readonly aside: readonly LeadDraft[]
  /** Puts this draft aside and begins an empty one. */
  readonly setAside: () => void
  /** Goes on with a draft that was set aside. */
  readonly resume: (draft: LeadDraft) => void
  /** The lead is in the journal: forgets its draft and begins the next. */
  readonly next: () => Promise<void>
}

/** The lead being typed: kept on disk at every keystroke, back after a crash. */
export function useLeadDraft(fairId: string): LeadDraftAccess {
  const bridge = useBridge()
  const notebook = useNotebook()
  // An index that can't be read keeps nobody from capturing.
  const ready = useNotebookState(({ phase }) => phase !== 'opening' && phase !== 'catchingUp')
  const [draft, setDraft] = useState<LeadDraft>()
  const [aside, setAside] = useState<readonly LeadDraft[]>([])
  const [keptAt, setKeptAt] = useState<number>()
  const [keepError, setKeepError] = useState<string>()
  const current = useRef<LeadDraft | undefined>(undefined)

  const begin = useCallback(() => newDraft(notebook, fairId), [notebook, fairId])
  const show = useCallback((next: LeadDraft) => {
    current.current = next
    setDraft(next)
  }, [])

  useEffect(() => {
    if (!ready) return
    let wanted = true
    void keptDrafts(bridge, notebook, fairId).then((kept) => {
      if (!wanted || current.current !== undefined) return
      const [newest, ...older] = kept
      setAside(older)
      show(newest ?? begin())
    })
    return () => {
      wanted = false
    }
  }, [ready, bridge, notebook, fairId, begin, show])

  const keep = useCallback(
    async (kept: LeadDraft) => {
      const saved = await bridge.call['draft:save'](draftName(kept), JSON.stringify(kept))
      noteKept(kept, saved.ok)
      if (saved.ok) {
        setKeptAt(saved.value.savedAt)
        setKeepError(undefined)
      } else setKeepError(saved.error.code)
    },
    [bridge],
  )

  const update = useCallback(
    (patch: Partial<LeadDraft>) => {
      if (current.current === undefined) return
      const next = { ...current.current, ...patch }
      show(next)
      void keep(next)
    },
    [show, keep],
  )

  return {
    draft,
    update,
    keptAt,
    keepError,
    aside,
    setAside: () => {
      if (current.current === undefined || isUntouched(current.current)) return
      const put = current.current
      setAside((now) => [put, ...now])
      setKeptAt(undefined)
      show(begin())
    },
    resume: (chosen) => {
      const left = current.current
      setAside((now) => [
        ...(left === undefined || isUntouched(left) ? [] : [left]),
        ...now.filter((other) => other.changeSetId !== chosen.changeSetId),
      ])
      show(chosen)
    },
    next: async () => {
      const done = current.current
      setKeptAt(undefined)
      setKeepError(undefined)
      show(begin())
      if (done !== undefined) noteKept(done, true)
      if (done !== undefined) await bridge.call['draft:remove'](draftName(done))
    },
  }
}

function newDraft(notebook: Notebook, fairId: string): LeadDraft {
  const { newId, now } = notebook.sources
  const ids: DraftIds = {
    changeSetId: newId(),
    customerId: newId(),
    personId: newId(),
    interactionId: newId(),
  }
  return emptyLeadDraft(ids, fairId, now())
}

/**
 * The drafts that still wait. One whose meeting is in the notebook was saved just before a crash: it is
 * forgotten, not offered again.
 */
async function keptDrafts(bridge: OrchardBridge, notebook: Notebook, fairId: string): Promise<LeadDraft[]> {
  const listed = await bridge.call['draft:list']()
  // What the disk has of a draft that it refused later is older than what this window has.
  const drafts = new Map<string, LeadDraft>()
  for (const { text } of listed.ok ? listed.value : []) {
    const draft = parseLeadDraft(text)
    if (draft?.fairId === fairId) drafts.set(draft.changeSetId, draft)
  }
  for (const draft of unkeptDrafts(fairId)) drafts.set(draft.changeSetId, draft)
  const waiting: LeadDraft[] = []
  for (const draft of drafts.values()) {
    const meeting = await notebook.database()?.rows('interactions').get(draft.interactionId)
    if (meeting !== undefined) await bridge.call['draft:remove'](draftName(draft))
    else if (!isUntouched(draft)) waiting.push(draft)
  }
  return waiting.sort((a, b) => b.startedAt - a.startedAt)
}
