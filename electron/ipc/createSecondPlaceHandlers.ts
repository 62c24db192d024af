import { err, ok } from '#shared/result'
import type { SecondPlaceKeeper } from '../backup/secondPlace'
import type { Handlers } from './handle'

/** What the channels of the second place are made of. */
export interface SecondPlaceHandlerParts {
  /** Undefined where the notebook or its backups could not be opened. */
  readonly secondPlace: SecondPlaceKeeper | undefined
  /** Asks for a folder, null when the person thinks better of it. */
  readonly chooseSecondPlace: () => Promise<string | null>
}

type SecondPlaceChannel = Extract<keyof Handlers, `place:${string}`>

/** The channels of the second place for backups. */
export function createSecondPlaceHandlers(
  parts: SecondPlaceHandlerParts,
): Pick<Handlers, SecondPlaceChannel> {
  const { secondPlace, chooseSecondPlace } = parts
  return {
    'place:state': async () => ok(secondPlace?.state() ?? null),
    'place:choose': async () => {
      if (secondPlace === undefined) return err('backup.notReady')
      const folder = await chooseSecondPlace()
      return folder === null ? ok(null) : secondPlace.choose(folder)
    },
    'place:seal': async (passphrase) =>
      secondPlace === undefined ? err('backup.notReady') : secondPlace.seal(passphrase),
    'place:leave': async () => {
      await secondPlace?.leave()
      return ok(null)
    },
    'place:catchUp': async () => {
      // What comes of it is told by the event; a place in the network may take minutes to answer.
      void secondPlace?.catchUp()
      return ok(null)
    },
  }
}
