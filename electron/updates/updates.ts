import type { UpdateFault, UpdateState, UpdateStep } from '#shared/ipc/updates'
import { log } from '../log'
import type { UpdateEngine } from './updateEngine'

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
  /** Asks which version is the newest. Ends with `newest`, `found` or `failed`; does nothing where something is under way or here. */
  look(): Promise<UpdateState>
  /** Fetches the version that was found; it is installed when Orchard is closed. Does nothing where none was found. */
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
    log.warn(code)
    return become({ step: 'failed', code })
  }
  const ready = async (load: () => Promise<UpdateEngine>) => {
    if (engine !== undefined) return engine
    engine = await load()
    engine.on('download-progress', ({ percent }) => {
      if (state.step === 'fetching') become({ ...state, percent: Math.floor(percent) })
    })
    // Each call's promise says the same; without a listener an event of this name would end the process.
    engine.on('error', () => undefined)
    return engine
  }

  return {
    state: () => state,
    look: async () => {
      if (loadEngine === undefined || !AT_REST.includes(state.step)) return state
      become({ step: 'looking' })
      try {
        const found = await (await ready(loadEngine)).checkForUpdates()
        if (found === null) return become({ step: 'unset' })
        return become(
          found.isUpdateAvailable ? { step: 'found', version: found.updateInfo.version } : { step: 'newest' },
        )
      } catch (error) {
        return fail(error)
      }
    },
    fetch: async () => {
      if (engine === undefined || state.step !== 'found') return state
      const { version } = state
      become({ step: 'fetching', version, percent: 0 })
      try {
        await engine.downloadUpdate()
        return become({ step: 'ready', version })
      } catch (error) {
        return fail(error)
      }
    },
  }
}

/** Codes of the updater for what came but is not what was announced. */
const DAMAGED = ['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE']
/** Beginnings of codes and messages for a place that gave no answer, or none of use. */
const UNREACHABLE =
  /^(?:HTTP_ERROR_|net::|ERR_UPDATER_CHANNEL_FILE|ECONN|ENOTFOUND|ETIMEDOUT|EAI_|ENET|EHOST|ERR_TLS|CERT_)/

function faultOf(error: unknown): UpdateFault {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (code === 'ENOSPC') return 'update.diskFull'
  if (DAMAGED.includes(String(code))) return 'update.damaged'
  return UNREACHABLE.test(String(code)) || UNREACHABLE.test(String(message))
    ? 'update.unreachable'
    : 'update.failed'
}
