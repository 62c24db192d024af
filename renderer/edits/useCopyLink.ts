import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { type LinkTarget, linkTo } from '#shared/links/deepLink'
import { useText } from '../i18n/text'

/** Puts a link that leads back here on the clipboard, and says whether it is there. It names nobody. */
export function useCopyLink(): (target: LinkTarget) => Promise<void> {
  const text = useText()
  return useCallback(
    async (target) => {
      const isThere = await navigator.clipboard.writeText(linkTo(target)).then(
        () => true,
        () => false,
      )
      notifications.show({ message: text(isThere ? 'link.copied' : 'link.notCopied') })
    },
    [text],
  )
}
