import { useCallback, useState } from 'react'
import type { LeadDraft } from '#shared/leads/leadDraft'
import { useErrorText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import { useNotebook } from '../store/NotebookContext'

/** A picture on its way onto the lead. */
interface Picture {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly fileName: string
}

/**
 * Puts photos onto the lead. The bytes are on disk, under their hash, before the draft names them: a photo that
 * can be seen in the form is a photo that is saved.
 */
export function usePhotos(
  draft: LeadDraft,
  update: (patch: Partial<LeadDraft>) => void,
): {
  readonly fault: string | undefined
  readonly addFiles: (files: Iterable<File>) => Promise<void>
  readonly pick: () => Promise<void>
} {
  const bridge = useBridge()
  const { sources } = useNotebook()
  const errorText = useErrorText()
  const [fault, setFault] = useState<string>()

  const add = useCallback(
    async (pictures: readonly Picture[]) => {
      const photos = [...draft.photos]
      for (const { bytes, mediaType, fileName } of pictures) {
        const stored = await bridge.call['attachment:put'](bytes)
        if (!stored.ok) {
          setFault(errorText(stored.error.code))
          break
        }
        setFault(undefined)
        photos.push({ attachmentId: sources.newId(), ...stored.value, mediaType, fileName })
      }
      update({ photos })
    },
    [bridge, draft.photos, errorText, sources, update],
  )

  const addFiles = async (files: Iterable<File>) => {
    const pictures = [...files].filter(
      (file) => file.type.startsWith('image/') && file.type !== 'image/svg+xml',
    )
    if (pictures.length === 0) {
      setFault(errorText('attachment.notAnImage'))
      return
    }
    await add(
      await Promise.all(
        pictures.map(async (file) => ({
          bytes: new Uint8Array(await file.arrayBuffer()),
          mediaType: file.type,
          fileName: file.name,
        })),
      ),
    )
  }

  const pick = async () => {
    const picked = await bridge.call['attachment:pickImage']()
    if (!picked.ok) setFault(errorText(picked.error.code))
    else if (picked.value !== null) await add([picked.value])
  }

  return { fault, addFiles, pick }
}
