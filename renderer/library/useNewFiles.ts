import { useState } from 'react'
import { createChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { Result } from '#shared/result'
import { useBridge } from '../shell/BridgeContext'
import { useNotebook } from '../store/NotebookContext'

interface NewFile {
  readonly id: string
  readonly hash: string
  readonly sizeBytes: number
  readonly mediaType: string
  readonly fileName: string
}

/** Files that were chosen in a form: stored at once, named by a record only when the form is saved. */
export interface NewFiles {
  /** Stores a file and answers the id that its record will have. Errors of `attachment:put`. */
  readonly add: (file: File) => Promise<Result<string>>
  /** What a file is called that was chosen just now. */
  readonly nameOf: (attachmentId: string) => string | undefined
  /** The records of the files that the form still names. */
  readonly changes: (named: readonly { readonly attachmentId: string | undefined }[], at: number) => Change[]
}

export function useNewFiles(): NewFiles {
  const bridge = useBridge()
  const { sources } = useNotebook()
  const [files, setFiles] = useState<readonly NewFile[]>([])
  return {
    add: async (file) => {
      const stored = await bridge.call['attachment:put'](new Uint8Array(await file.arrayBuffer()))
      if (!stored.ok) return stored
      const added = {
        id: sources.newId(),
        ...stored.value,
        mediaType: file.type === '' ? 'application/octet-stream' : file.type.slice(0, 200),
        fileName: file.name.slice(0, 500),
      }
      setFiles((now) => [...now, added])
      return { ok: true, value: added.id }
    },
    nameOf: (attachmentId) => files.find((file) => file.id === attachmentId)?.fileName,
    changes: (named, at) =>
      files
        .filter((file) => named.some(({ attachmentId }) => attachmentId === file.id))
        .map((file) => createChange('attachments', { ...file, purpose: 'content' }, at)),
  }
}
