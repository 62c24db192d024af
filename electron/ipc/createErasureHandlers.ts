import type { Result } from '#shared/result'
import type { ShownFiles } from '../attachments/shownFiles'
import type { Backups } from '../backup/backups'
import type { SecondPlaceKeeper } from '../backup/secondPlace'
import type { Handlers } from './handle'
import type { RenewalParts } from './renewal'

/** What the channel of erasures is made of. */
export interface ErasureHandlerParts {
  readonly backups: Result<Backups>
  readonly shownFiles: Pick<ShownFiles, 'show' | 'clear'>
  readonly secondPlace: SecondPlaceKeeper | undefined
}

type ErasureChannel = Extract<keyof Handlers, `erasure:${string}`>

/** Erasing somebody: what a viewer was shown goes first, since those copies lie outside of the notebook. */
export function createErasureHandlers(
  parts: ErasureHandlerParts & RenewalParts,
): Pick<Handlers, ErasureChannel> {
  const { backups, shownFiles, renewing } = parts
  return {
    'erasure:run': async (request) => {
      if (!backups.ok) return backups
      await shownFiles.clear()
      const erased = await renewing(() => backups.value.erase(request))
      // Also where it failed half way, since the next start ends what was begun.
      void parts.secondPlace?.beginAnew()
      return erased
    },
  }
}
