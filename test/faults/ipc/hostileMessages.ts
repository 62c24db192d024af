import { CHANNELS } from '#shared/ipc/channels'
import type { Channel } from '#shared/ipc/contract'
import { FREE_TEXTS, SAMPLE_ARGUMENTS } from '../../shared/ipc/sampleArguments'
import { type FakeFrame, OWN_FRAME } from '../../support/fakeElectronIpc'
import type { Rng } from '../../support/simFsInode'
import { deepValue, hostileValue, hugeText, PATH_TRICKS, pollutingObject } from './hostileValues'

/** One message, what makes it hostile, and who sends it. */
export interface HostileMessage {
  readonly channel: Channel
  readonly trick: string
  readonly args: readonly unknown[]
  readonly frame: FakeFrame
}

const top = { parent: null, detached: false }
const FOREIGN_FRAMES: readonly FakeFrame[] = [
  null,
  { origin: 'app://orchard', parent: null, detached: true },
  { origin: 'app://orchard', parent: {}, detached: false },
  { origin: 'https://example.invalid', ...top },
  { origin: 'app://orchard.evil', ...top },
  { origin: 'https://orchard', ...top },
  { origin: 'app://orchard:80', ...top },
  { origin: 'null', ...top },
  { origin: '', ...top },
  { origin: 'file://', ...top },
]

/** Right in form, but for a file, backup or token that nobody was ever given. */
const FOR_STRANGERS: readonly Channel[] = [
  'attachment:open',
  'backup:write',
  'backup:finish',
  'backup:check',
  'backup:read',
  'backup:restore',
  'backup:openSealed',
  'backup:saveCopy',
  'drag:saved',
  'erasure:run',
  'export:write',
  'export:finish',
  'folder:open',
  'folder:write',
  'folder:finish',
  'import:offerChunk',
  'import:unpack',
  'import:read',
  'import:saveRejected',
  'import:records',
  'import:chunk',
  'import:commit',
  'journal:append',
]

type Trick = (rng: Rng, channel: Channel, args: readonly unknown[]) => readonly unknown[] | undefined

/** Each makes a message wrong beyond doubt, or answers undefined where the channel gives it nothing to be wrong with. */
const TRICKS: Readonly<Record<string, Trick>> = {
  'an argument too many': (rng, _channel, args) => [...args, hostileValue(rng)],
  'an argument too few': (rng, _channel, args) =>
    args.length === 0 ? undefined : args.slice(0, rng.below(args.length)),
  'another kind of value': (rng, _channel, args) => {
    const position = rng.below(args.length)
    const value = hostileValue(rng)
    return args.length === 0 || !isOtherKind(value, args[position])
      ? undefined
      : replaced(args, position, value)
  },
  'a path for a name': (rng, channel, args) => {
    const position = rng.below(args.length)
    const isName = typeof args[position] === 'string' && !isFree(channel, position)
    // Where a module of ours names a place in its code, slashes are right; it is only logged.
    return isName && channel !== 'log:report'
      ? replaced(args, position, PATH_TRICKS[rng.below(PATH_TRICKS.length)])
      : undefined
  },
  'a text without end': (rng, channel, args) => {
    const position = rng.below(args.length)
    const isName = typeof args[position] === 'string' && !isFree(channel, position)
    return isName ? replaced(args, position, hugeText()) : undefined
  },
  'nested without end': (rng, _channel, args) =>
    args.length === 0 ? undefined : replaced(args, rng.below(args.length), [deepValue(rng)]),
  'keys of a prototype': (rng, _channel, args) => {
    const position = rng.below(args.length)
    const given = args[position]
    if (!isRecord(given)) return args.length === 0 ? undefined : replaced(args, position, [pollutingObject()])
    const more = pollutingObject() as Record<string, unknown>
    for (const [key, value] of Object.entries(given)) more[key] = value
    return replaced(args, position, more)
  },
  'a field that nobody knows': (rng, _channel, args) => {
    const position = rng.below(args.length)
    const given = args[position]
    const name = ['path', 'admin', 'file', 'url', 'length'][rng.below(5)] ?? 'path'
    return isRecord(given)
      ? replaced(args, position, { ...given, [name]: PATH_TRICKS[rng.below(PATH_TRICKS.length)] })
      : undefined
  },
  'for a stranger': (_rng, channel, args) => (FOR_STRANGERS.includes(channel) ? args : undefined),
}

const TRICK_NAMES = Object.keys(TRICKS)

/** The next message of a seeded stream; `turn` goes through all channels in order. */
export function hostileMessage(rng: Rng, turn: number): HostileMessage {
  const channel = CHANNELS[turn % CHANNELS.length] ?? 'app:start'
  const sample: readonly unknown[] = SAMPLE_ARGUMENTS[channel]
  if (rng.below(6) === 0) {
    const frame = FOREIGN_FRAMES[rng.below(FOREIGN_FRAMES.length)] ?? null
    return { channel, trick: 'from elsewhere', args: sample, frame }
  }
  for (;;) {
    const trick = TRICK_NAMES[rng.below(TRICK_NAMES.length)] ?? ''
    const args = TRICKS[trick]?.(rng, channel, sample)
    if (args !== undefined) return { channel, trick, args, frame: OWN_FRAME }
  }
}

/** Whether any string is right there. */
function isFree(channel: Channel, position: number): boolean {
  return FREE_TEXTS.some(([name, index]) => name === channel && index === position)
}

function replaced(args: readonly unknown[], position: number, value: unknown): readonly unknown[] {
  return args.map((given, index) => (index === position ? value : given))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return kindOf(value) === '[object Object]'
}

function isOtherKind(value: unknown, wanted: unknown): boolean {
  return kindOf(value) !== kindOf(wanted) || Number.isNaN(value)
}

function kindOf(value: unknown): string {
  return typeof value === 'object' ? Object.prototype.toString.call(value) : typeof value
}
