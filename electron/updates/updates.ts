import type { UpdateState, UpdateStep } from '#shared/ipc/updates'
import type { Preferences } from '#shared/preferences'
import { log } from '../log'
import type { UpdateEngine } from './updateEngine'
import { faultOf, updaterCode } from './updateFault'

/** What looking for new versions is made of. */
export interface UpdateParts {
  readonly ownVersion: string
  /** Loads what looks and fetches; undefined where this copy has no place to look. */
  readonly loadEngine: (() => Promise<UpdateEngine>) | undefined
  /** Tells the window of each step. */
  readonly tell: (state: UpdateState) => void
}

/** Looks for a new version and fetches it, each only when asked. */
export interface Updates {
  state(): UpdateState
  /** Looks as Orchard starts, for those who want that and for nobody else. */
  atStart(preferences: Pick<Preferences, 'updates'>): Promise<UpdateState>
  /** Asks which version is the newest. Ends with `newest`, `found` or `failed`; does nothing where something is under way or here. */
  look(): Promise<UpdateState>
  /** Fetches the version that was found; it is installed when Orchard is quit. Does nothing where none was found. */
  fetch(): Promise<UpdateState>
}

/** Steps from which looking makes sense: nothing is under way, nothing lies ready. */
const AT_REST = ['idle', 'newest', 'found', 'failed']

/** Makes the part of the main process that knows of new versions. No code of the updater is loaded before the first look. */
export function createUpdates({ ownVersion, loadEngine, tell }: UpdateParts): Updates {
  let state: UpdateState = { ownVersion, step: loadEngine === undefined ? 'unset' : 'idle' }
  let engine: UpdateEngine | undefined

  const become = (step: UpdateStep) => {
    state = { ownVersion, ...step }
    tell(state)
    return state
  }
  const fail = (error: unknown) => {
    const code = faultOf(error)
    log.warn(code, { updater: updaterCode(error) })
    return become({ step: 'failed', code })
  }
  const loaded = async (load: () => Promise<UpdateEngine>) => {
    if (engine !== undefined) return engine
    engine = await load()
    engine.onRefused((error) => {
      if (state.step === 'ready') fail(error)
    })
    return engine
  }
  const look = async () => {
    if (loadEngine === undefined || !AT_REST.includes(state.step)) return state
    become({ step: 'looking' })
    try {
      const version = await (await loaded(loadEngine)).look()
      return become(version === undefined ? { step: 'newest' } : { step: 'found', version })
    } catch (error) {
      return fail(error)
    }
  }

  return {
    state: () => state,
    atStart: async ({ updates }) => (updates === 'look' ? look() : state),
    look,
    fetch: async () => {
      if (engine === undefined || state.step !== 'found') return state
      const { version } = state
      become({ step: 'fetching', version, percent: 0 })
      try {
        await engine.fetch((percent) => become({ step: 'fetching', version, percent: Math.floor(percent) }))
        return become({ step: 'ready', version })
      } catch (error) {
        return fail(error)
      }
    },
  }
}
