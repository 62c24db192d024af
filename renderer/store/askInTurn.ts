/** A question that waits for its turn. */
interface Waiting {
  readonly isWanted: () => boolean
  readonly ask: () => Promise<void>
}

/** What waits, by whom is asked and what about; somebody is in here as long as a question of theirs is open. */
const lanes = new WeakMap<object, Map<string, Waiting[]>>()

/**
 * Asks questions of one kind one after the other. Whoever has gone on meanwhile, because the list was scrolled or another
 * page opened, is passed over when its turn comes: the worker works out nothing that nobody waits for, and is free for
 * the search. `about` names the kind.
 */
export function askInTurn(asked: object, about: string, waiting: Waiting): void {
  const kinds = lanes.get(asked) ?? new Map<string, Waiting[]>()
  lanes.set(asked, kinds)
  const lane = kinds.get(about)
  if (lane !== undefined) {
    lane.push(waiting)
    return
  }
  const own = [waiting]
  kinds.set(about, own)
  void answer(own, () => kinds.delete(about))
}

/** `onEnd` comes with the last look, so that nobody waits in a lane that has been left. */
async function answer(lane: Waiting[], onEnd: () => void): Promise<void> {
  for (let next = lane.shift(); next !== undefined; next = lane.shift()) {
    if (next.isWanted()) await next.ask().catch(() => undefined)
  }
  onEnd()
}
