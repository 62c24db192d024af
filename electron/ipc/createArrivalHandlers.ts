import { ok } from '#shared/result'
import type { ArrivalBox } from '../arrivals/arrivalBox'
import type { ImportSession } from '../import/importSession'
import type { Handlers } from './handle'

/** What the channel of arrivals is made of. */
export interface ArrivalHandlerParts {
  readonly arrivals: Pick<ArrivalBox, 'take'>
  readonly imports: ImportSession
}

/** The channel by which the window asks for what was opened from outside. */
export function createArrivalHandlers(parts: ArrivalHandlerParts): Pick<Handlers, 'arrival:take'> {
  return {
    'arrival:take': async () => ok(await parts.arrivals.take((paths) => parts.imports.pick(paths))),
  }
}
