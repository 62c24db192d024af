import { useState } from 'react'
import type { RateSheet } from '#shared/importing/rates/rateSeries'
import type { OfferedFile } from '#shared/ipc/importing'
import type { OrchardError, Result } from '#shared/result'
import { useBridge } from '../shell/BridgeContext'
import { handOver } from '../store/handOver'

/** A file of rates as far as it is known. */
export interface RateFile {
  readonly sheet: RateSheet | undefined
  readonly error: OrchardError | undefined
  readonly busy: boolean
  /** Lets the person choose a file. */
  readonly pick: () => Promise<void>
  readonly paste: (name: string, text: string) => Promise<void>
  /** Takes a file that was dropped. */
  readonly drop: (file: File) => Promise<void>
}

/** Has the main process read exchange rates; nothing of the file is kept there. */
export function useRateFile(): RateFile {
  const { call } = useBridge()
  const [sheet, setSheet] = useState<RateSheet>()
  const [error, setError] = useState<OrchardError>()
  const [busy, setBusy] = useState(false)

  const read = async (offered: Result<OfferedFile | undefined>) => {
    if (!offered.ok) return setError(offered.error)
    if (offered.value === undefined) return
    const rates = await call['import:rates'](offered.value.token)
    setSheet(rates.ok ? rates.value : undefined)
    setError(rates.ok ? undefined : rates.error)
  }
  const busily = async (offer: () => Promise<Result<OfferedFile | undefined>>) => {
    setBusy(true)
    try {
      await read(await offer())
    } finally {
      setBusy(false)
    }
  }
  return {
    sheet,
    error,
    busy,
    pick: () =>
      busily(async () => {
        const picked = await call['import:pick']()
        if (!picked.ok) return picked
        const [first, ...others] = picked.value
        // One table at a time: what was picked besides it is not kept waiting in memory.
        for (const { token } of others) void call['import:cancel'](token)
        return { ok: true, value: first }
      }),
    paste: (name, text) => busily(() => call['import:paste'](name, text)),
    drop: (file) => busily(() => handOver(call, file, () => undefined)),
  }
}
