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
}

type HealthChannel = Extract<keyof Handlers, `health:${string}`>

/** The self-check's channels: all of them read, none writes. */
export function createHealthHandlers(parts: HealthHandlerParts): Pick<Handlers, HealthChannel> {
  const { notebook, attachments, backups } = parts
  return {
    'health:journal': async () => {
      if (!notebook.ok) return notebook
      const inspected = await notebook.value.inspect()
      if (!inspected.ok) return inspected
      const { rebuild } = await rebuildStart(backups, notebook.value)
      return ok({ ...inspected.value, rebuild })
    },
    'health:files': async (hashes) =>
      attachments.ok ? ok(await inspectFiles(attachments.value, hashes)) : attachments,
    'health:support': async () => ok(await parts.supportFacts()),
  }
}
