import type { Events } from '#shared/ipc/contract'
import type { SupportFacts } from '#shared/ipc/health'
import { ok, type Result } from '#shared/result'
import type { AttachmentStore } from '../attachments/attachmentStore'
import type { Backups } from '../backup/backups'
import type { NotebookLog } from '../notebook/notebookLog'
import { inspectFiles } from '../support/inspectFiles'
import { rebuildStart } from './createBackupHandlers'
import type { Handlers } from './handle'

/** What the channels of the self-check are made of. */
export interface HealthHandlerParts {
  readonly notebook: Result<NotebookLog>
  readonly attachments: Result<AttachmentStore>
  readonly backups: Result<Backups>
  readonly supportFacts: () => Promise<SupportFacts>
  /** Told how far the look at the journal is, in entries. */
  readonly onHealthProgress: (progress: Events['health:progress']) => void
}

type HealthChannel = Extract<keyof Handlers, `health:${string}`>

/** The self-check's channels: all of them read, none writes. */
export function createHealthHandlers(parts: HealthHandlerParts): Pick<Handlers, HealthChannel> {
  const { notebook, attachments, backups } = parts
  /** The look under way; one at a time, since a second one only begins when the first was given up. */
  let looking: AbortController | undefined
  return {
    'health:journal': async () => {
      if (!notebook.ok) return notebook
      looking?.abort()
      const mine = new AbortController()
      looking = mine
      const { signal } = mine
      const onProgress = (done: number, total: number) => parts.onHealthProgress({ done, total })
      const inspected = await notebook.value.inspect({ signal, onProgress })
      if (!inspected.ok) return inspected
      const { rebuild } = await rebuildStart(backups, notebook.value)
      return ok({ ...inspected.value, rebuild })
    },
    'health:stop': async () => {
      looking?.abort()
      return ok(null)
    },
    'health:files': async (hashes) =>
      attachments.ok ? ok(await inspectFiles(attachments.value, hashes)) : attachments,
    'health:support': async () => ok(await parts.supportFacts()),
  }
}
