import type { PlanRules } from '#shared/importing/importPlan'
import type { PlanMaking } from '#shared/importing/planSources'
import type { NotebookDatabase } from '../store/database'
import { packChanges } from '../store/packedSet'
import { ImportPlanning } from './planImport'
import type { PlanCalls, PlanRequest } from './planProtocol'

/** The window spoke of a plan that has ended. */
class BadPlanError extends Error {
  override readonly name = 'BadPlanError'
}

interface OpenPlan {
  readonly number: number
  readonly request: PlanRequest
  readonly planning: ImportPlanning
  readonly making: PlanMaking
  sealed: boolean
}

/** The worker's side of planning. `newId` gives the ids of the records that an import makes. */
export function createPlanCalls(opened: () => NotebookDatabase, newId: () => string): PlanCalls {
  let plan: OpenPlan | undefined
  let lastNumber = 0

  const current = (number: number): OpenPlan => {
    if (plan?.number !== number) throw new BadPlanError('plan')
    return plan
  }

  return {
    async planBegin(request) {
      lastNumber += 1
      const number = lastNumber
      plan = undefined
      const planning = await ImportPlanning.begin(opened(), rulesOf(request))
      // Another one may have been begun while this one was reading.
      if (number === lastNumber)
        plan = { number, request, planning, making: makingOf(request, newId), sealed: false }
      return number
    },

    async planResolve(number, page) {
      await current(number).planning.resolve(page)
    },

    async planPass(number, at) {
      const open = current(number)
      const making = { ...open.making, at }
      if (open.sealed) await open.planning.restart(making)
      else await open.planning.seal(making)
      plan = { ...open, making, sealed: true }
    },

    async planReview(number, page) {
      const { planning, making } = current(number)
      await planning.next(page, making)
    },

    async planChanges(number, page) {
      const { planning, making } = current(number)
      return packChanges(await planning.next(page, making))
    },

    async planTally(number) {
      return current(number).planning.tally()
    },

    async planRows(number, query) {
      return current(number).planning.rows(query)
    },

    async planEnd(number) {
      if (plan?.number === number) plan = undefined
    },
  }
}

function rulesOf({ format, duplicates, rules, zone }: PlanRequest): PlanRules {
  return { format, duplicates, overwrite: rules && { rules, zone } }
}

function makingOf({ fileName, at, zone, chosen }: PlanRequest, newId: () => string): PlanMaking {
  return { fileName, at, zone, newId, chosen }
}
