import { useState } from 'react'
import type { OrchardError, Result } from '#shared/result'
import { useErrorText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import type { LeadDesk } from '../store/leadDesk'

/** The ways by which photos come onto the lead that is in the form at that moment. */
export function usePhotos(
  desk: LeadDesk,
  changeSetId: string,
): {
  readonly fault: string | undefined
  readonly addFiles: (files: Iterable<File>) => Promise<void>
  readonly pick: () => Promise<void>
} {
  const bridge = useBridge()
  const errorText = useErrorText()
  const [fault, setFault] = useState<OrchardError>()
  const tell = (added: Result<unknown>) => setFault(added.ok ? undefined : added.error)

  const addFiles = async (files: Iterable<File>) => {
    const pictures = [...files].filter(
      (file) => file.type.startsWith('image/') && file.type !== 'image/svg+xml',
    )
    if (pictures.length === 0) return setFault({ code: 'attachment.notAnImage' })
    tell(
      await desk.addPhotos(
        changeSetId,
        Promise.all(
          pictures.map(async (file) => ({
            bytes: new Uint8Array(await file.arrayBuffer()),
            mediaType: file.type,
            fileName: file.name,
          })),
        ),
      ),
    )
  }

  const pick = async () => {
    const picked = await bridge.call['attachment:pickImage']()
    if (!picked.ok) tell(picked)
    else if (picked.value !== null) tell(await desk.addPhotos(changeSetId, Promise.resolve([picked.value])))
  }

  return { fault: fault === undefined ? undefined : errorText(fault.code), addFiles, pick }
}
