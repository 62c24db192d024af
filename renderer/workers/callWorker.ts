import { err, type Result } from '#shared/result'
import type { AnswerMessage, CallName, NotebookWorkerCalls } from './notebookProtocol'
import type { MessageEnd } from './serveCalls'

type ValueOf<N extends CallName> = Awaited<ReturnType<NotebookWorkerCalls[N]>>

/** The worker's calls as the window sees them: each gives a Result, since a worker can die. */
export type NotebookWorkerClient = {
  readonly [N in CallName]: (...args: Parameters<NotebookWorkerCalls[N]>) => Promise<Result<ValueOf<N>>>
}

/** Speaks to the worker behind `end`. `onDeath` gives every open call an error; later calls fail at once. */
export function callWorker(end: MessageEnd): { client: NotebookWorkerClient; onDeath: () => void } {
  const open = new Map<number, (result: Result<never>) => void>()
  let nextCall = 1
  let dead = false

  end.addEventListener('message', (event) => {
    const answer = event.data as AnswerMessage
    const settle = open.get(answer.call)
    open.delete(answer.call)
    settle?.(answer as Result<never>)
  })

  const send = (name: CallName, args: readonly unknown[]): Promise<Result<never>> => {
    if (dead) return Promise.resolve(err('index.workerDied'))
    return new Promise((resolve) => {
      const call = nextCall++
      open.set(call, resolve)
      end.postMessage({ call, name, args })
    })
  }

  const client: NotebookWorkerClient = {
    openIndex: (...args) => send('openIndex', args),
    loggedSetId: (...args) => send('loggedSetId', args),
    apply: (...args) => send('apply', args),
    applyBulk: (...args) => send('applyBulk', args),
    openSearch: (...args) => send('openSearch', args),
    openMatches: (...args) => send('openMatches', args),
    scanDuplicates: (...args) => send('scanDuplicates', args),
    duplicates: (...args) => send('duplicates', args),
    duplicateGroups: (...args) => send('duplicateGroups', args),
    find: (...args) => send('find', args),
    findFirst: (...args) => send('findFirst', args),
    metBefore: (...args) => send('metBefore', args),
    today: (...args) => send('today', args),
    untilTodayIsWhole: (...args) => send('untilTodayIsWhole', args),
    span: (...args) => send('span', args),
    insightPanel: (...args) => send('insightPanel', args),
    insightBehind: (...args) => send('insightBehind', args),
    insightOrchard: (...args) => send('insightOrchard', args),
    insightOrders: (...args) => send('insightOrders', args),
    insightRateGaps: (...args) => send('insightRateGaps', args),
    insightCustomer: (...args) => send('insightCustomer', args),
    insightReviewPage: (...args) => send('insightReviewPage', args),
    insightReview: (...args) => send('insightReview', args),
    placeFigures: (...args) => send('placeFigures', args),
    prices: (...args) => send('prices', args),
    listFigures: (...args) => send('listFigures', args),
    touchesOf: (...args) => send('touchesOf', args),
    calendarsOf: (...args) => send('calendarsOf', args),
    cardDebt: (...args) => send('cardDebt', args),
    catchUp: (...args) => send('catchUp', args),
    dryRun: (...args) => send('dryRun', args),
    enrolments: (...args) => send('enrolments', args),
    carriers: (...args) => send('carriers', args),
    exportPage: (...args) => send('exportPage', args),
    customerPages: (...args) => send('customerPages', args),
    loadPage: (...args) => send('loadPage', args),
    finishLoad: (...args) => send('finishLoad', args),
    gatherBegin: (...args) => send('gatherBegin', args),
    gatherNext: (...args) => send('gatherNext', args),
    planBegin: (...args) => send('planBegin', args),
    planResolve: (...args) => send('planResolve', args),
    planPass: (...args) => send('planPass', args),
    planReview: (...args) => send('planReview', args),
    planChanges: (...args) => send('planChanges', args),
    planTally: (...args) => send('planTally', args),
    planRows: (...args) => send('planRows', args),
    planEnd: (...args) => send('planEnd', args),
    segmentCounts: (...args) => send('segmentCounts', args),
    segmentMembers: (...args) => send('segmentMembers', args),
    takeBackBegin: (...args) => send('takeBackBegin', args),
    takeBackPage: (...args) => send('takeBackPage', args),
    takeBackEnd: (...args) => send('takeBackEnd', args),
    reversalBegin: (...args) => send('reversalBegin', args),
    reversalNext: (...args) => send('reversalNext', args),
    reversalEnd: (...args) => send('reversalEnd', args),
    verifyCounts: (...args) => send('verifyCounts', args),
    access: (...args) => send('access', args),
    healthBegin: (...args) => send('healthBegin', args),
    healthLines: (...args) => send('healthLines', args),
    healthEntries: (...args) => send('healthEntries', args),
    healthCompare: (...args) => send('healthCompare', args),
    healthEnd: (...args) => send('healthEnd', args),
    removeOldIndexes: (...args) => send('removeOldIndexes', args),
  }
  return {
    client,
    onDeath: () => {
      dead = true
      for (const settle of open.values()) settle(err('index.workerDied'))
      open.clear()
    },
  }
}
