import { useEffect, useRef, useState } from 'react'
import * as z from 'zod'
import type { OrchardBridge } from '#shared/ipc/contract'
import { type Touchpoint, touchpointSchema } from '#shared/records/touchpoint'
import { useBridge } from '../shell/BridgeContext'
import { useNotebookState, useRead } from '../store/NotebookContext'
import { allFairs } from '../store/queries/fairs'

/** Beside the drafts, since it must be readable when the index is not. */
const DRAFT_NAME = 'fairs-known'

const knownFairsSchema = z.strictObject({ fairs: z.literal(1), known: z.array(touchpointSchema) })

/**
 * All fairs, the newest first; undefined until they are known. While the index can't be read they are those that were
 * known last, on disk since then: a lead needs nothing else of the index to be captured.
 */
export function useKnownFairs(): readonly Touchpoint[] | undefined {
  const bridge = useBridge()
  const isBroken = useNotebookState(({ phase }) => phase === 'failed' || phase === 'repairing')
  const read = useRead((db) => allFairs(db).catch(() => undefined), [])
  const [known, setKnown] = useState<readonly Touchpoint[]>()
  const written = useRef('')

  useEffect(() => {
    if (read === undefined) return
    const text = JSON.stringify({ fairs: 1, known: read })
    if (text === written.current) return
    written.current = text
    void bridge.call['draft:save'](DRAFT_NAME, text)
  }, [bridge, read])

  useEffect(() => {
    if (!isBroken) return
    let wanted = true
    void readKnown(bridge).then((fairs) => {
      if (wanted) setKnown(fairs)
    })
    return () => {
      wanted = false
    }
  }, [bridge, isBroken])

  return read ?? (isBroken ? known : undefined)
}

async function readKnown(bridge: OrchardBridge): Promise<readonly Touchpoint[]> {
  const listed = await bridge.call['draft:list']()
  for (const { name, text } of listed.ok ? listed.value : []) {
    if (name !== DRAFT_NAME) continue
    const parsed = knownFairsSchema.safeParse(parseJson(text))
    if (parsed.success) return parsed.data.known
  }
  return []
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
