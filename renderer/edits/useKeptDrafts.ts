import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type * as z from 'zod'
import { useErrorText, useText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import { showNotice } from '../ui/notice'

const NAME_CHARS = 64

/** What is kept of one unfinished text; `key` says what it is about. */
interface Keyed {
  readonly key: string
}

/** Unfinished texts of one kind. */
export interface KeptDrafts<T extends Keyed> {
  readonly of: (key: string) => T | undefined
  /** Whether the text as it stands is on the disk, or on its way there: false once the disk has refused it. */
  readonly isKept: (key: string) => boolean
  readonly keep: (draft: T) => void
  readonly forget: (key: string) => void
  /** Tries again what the disk refused; false when something still is in this window alone. */
  readonly keepAgain: () => Promise<boolean>
}

/**
 * Texts being written, on disk at every keystroke under `prefix` and their key; those of an earlier start come back.
 * What the disk refuses stays in the window, and the person hears it once until it works again.
 */
export function useKeptDrafts<T extends Keyed>(prefix: string, schema: z.ZodType<T>): KeptDrafts<T> {
  const bridge = useBridge()
  const text = useText()
  const errorText = useErrorText()
  const [drafts, setDrafts] = useState<ReadonlyMap<string, T>>(new Map())
  const [refused, setRefused] = useState<ReadonlyMap<string, T>>(new Map())
  const typed = useRef(new Set<string>())
  const latest = useRef({ refused, text, errorText })
  latest.current = { refused, text, errorText }

  useEffect(() => {
    let wanted = true
    void bridge.call['draft:list']().then((listed) => {
      if (!wanted || !listed.ok) return
      const kept = listed.value.flatMap((draft) => parseDraft(draft.text, schema) ?? [])
      setDrafts((now) => {
        // What was typed while the disk was being read is newer.
        const older = kept.filter((draft) => !typed.current.has(draft.key))
        return new Map([...older.map((draft) => [draft.key, draft] as const), ...now])
      })
    })
    return () => {
      wanted = false
    }
  }, [bridge, schema])

  const save = useCallback(
    async (draft: T): Promise<boolean> => {
      const saved = await bridge.call['draft:save'](draftName(prefix, draft.key), JSON.stringify(draft))
      const { text: say, errorText: reasonOf, refused: before } = latest.current
      if (!saved.ok && before.size === 0)
        showNotice({ bad: true, message: say('draft.notKept', { reason: reasonOf(saved.error.code) }) })
      setRefused((now) => {
        const others = [...now].filter(([key]) => key !== draft.key)
        return new Map(saved.ok ? others : [...others, [draft.key, draft]])
      })
      return saved.ok
    },
    [bridge, prefix],
  )

  const keep = useCallback(
    (draft: T) => {
      typed.current.add(draft.key)
      setDrafts((now) => new Map([...now, [draft.key, draft]]))
      void save(draft)
    },
    [save],
  )
  const forget = useCallback(
    (key: string) => {
      typed.current.add(key)
      const without = (now: ReadonlyMap<string, T>) => new Map([...now].filter(([known]) => known !== key))
      setDrafts(without)
      setRefused(without)
      void bridge.call['draft:remove'](draftName(prefix, key))
    },
    [bridge, prefix],
  )
  const keepAgain = useCallback(async () => {
    const saved = await Promise.all([...latest.current.refused.values()].map(save))
    return saved.every((isSaved) => isSaved)
  }, [save])
  return useMemo(
    () => ({
      of: (key) => drafts.get(key),
      isKept: (key) => !refused.has(key),
      keep,
      forget,
      keepAgain,
    }),
    [drafts, refused, keep, forget, keepAgain],
  )
}

/** `e1…/valuePiece/0` becomes `letter-e1…-valuepiece-0`: what a draft's file may be called. */
function draftName(prefix: string, key: string): string {
  return (prefix + key.toLowerCase().replace(/[^a-z0-9]+/g, '-')).slice(0, NAME_CHARS)
}

function parseDraft<T>(text: string, schema: z.ZodType<T>): T[] | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? [parsed.data] : undefined
  } catch {
    return undefined
  }
}
