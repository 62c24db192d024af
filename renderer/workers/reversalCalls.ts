import type { Inversion } from '#shared/changes/invert'
import type { NotebookDatabase } from '../store/database'
import { inverted } from '../store/inverted'
import { packChanges } from '../store/packedSet'
import type { ReversalCalls } from './reversalProtocol'

/** The window spoke of a reversal that has ended. */
class BadReversalError extends Error {
  override readonly name = 'BadReversalError'
}

/** The worker's side of taking back a big change-set. */
export function createReversalCalls(opened: () => NotebookDatabase): ReversalCalls {
  let open: { readonly number: number; readonly parts: AsyncGenerator<Inversion> } | undefined
  let lastNumber = 0
  return {
    async reversalBegin(taken, at) {
      lastNumber += 1
      open = { number: lastNumber, parts: inverted(opened(), taken, at) }
      return lastNumber
    },

    async reversalNext(number) {
      if (open?.number !== number) throw new BadReversalError('reversal')
      const { parts } = open
      try {
        const next = await parts.next()
        return next.done === true ? null : { packed: packChanges(next.value.changes), kept: next.value.kept }
      } catch (fault) {
        // Asked again, what has failed would say that it is at its end.
        open = undefined
        throw fault
      }
    },

    async reversalEnd(number) {
      if (open?.number === number) open = undefined
    },
  }
}
