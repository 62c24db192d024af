import path from 'node:path'
import * as z from 'zod'
import { epochMsSchema } from '#shared/time/values'
import { type FsPort, fsFailure } from '../files/fsPort'
import { openSlotPair, type SlotPair } from '../files/slotPair'
import type { Seal } from '../lock/sealBox'
import { log } from '../log'
import type { DerivedSeal } from './sealKey'

const sealSchema = z.strictObject({
  cost: z.int(),
  blockSize: z.int(),
  parallel: z.int(),
  salt: z.string().regex(/^[0-9a-f]{64}$/),
  key: z.string().regex(/^[0-9a-f]{64}$/),
})

const rememberedSchema = z.strictObject({
  folder: z.string().min(1).refine(path.isAbsolute),
  newest: z.strictObject({ createdAt: epochMsSchema }).optional(),
  /**
   * What the passphrase of the copies there came to. It opens them, as it must to look at them, and lies as the notebook
   * lies, sealed or not: it protects what leaves this computer. The passphrase is not in it.
   */
  seal: sealSchema.optional(),
  /** Copies of a notebook with somebody in it who was erased since: they go before anything is copied. */
  mustBegin: z.literal(true).optional(),
})

/** What this device remembers of the second place. The path never leaves the main process. */
export type RememberedPlace = z.infer<typeof rememberedSchema>

/** Where it is remembered. */
export interface SecondPlaceMemory {
  current(): RememberedPlace | undefined
  /** Remembers another one, or none. A disk that refuses costs the question again, nothing else. */
  remember(place: RememberedPlace | undefined): Promise<void>
}

/**
 * Opens what is remembered in `userData`; what can't be read is as good as nothing. With a `seal` all of it is sealed, and
 * what was found in the open is sealed at once, in both slots.
 */
export async function openSecondPlaceMemory(
  fs: FsPort,
  userData: string,
  seal?: Seal | undefined,
): Promise<SecondPlaceMemory> {
  const pair = await openSlotPair(fs, [
    path.join(userData, 'second-place.a'),
    path.join(userData, 'second-place.b'),
  ])
  const encode = (chosen: RememberedPlace | undefined) => {
    const plain = new TextEncoder().encode(JSON.stringify(chosen ?? null))
    return seal === undefined ? plain : seal.seal(plain, FILE)
  }
  const found = pair.current()?.content
  const opened = found && seal?.open(found, FILE)
  let place = decode(opened ?? found)
  if (seal !== undefined && found !== undefined && opened === undefined)
    await writeTwice(pair, encode(place)).catch(() => log.warn('secondPlace.ioFailed'))
  return {
    current: () => place,
    remember: async (chosen) => {
      place = chosen
      try {
        await pair.write(encode(chosen))
      } catch (error) {
        log.warn(fsFailure('secondPlace', error).error.code)
      }
    },
  }
}

const FILE = 'second-place'

/** Both slots: what stood in the other one would stay readable. */
async function writeTwice(pair: SlotPair, content: Uint8Array): Promise<void> {
  await pair.write(content)
  await pair.write(content)
}

/** What the copies of a place are sealed with; undefined where they lie open. */
export function sealOf(place: RememberedPlace | undefined): DerivedSeal | undefined {
  return place?.seal && { ...place.seal, key: Buffer.from(place.seal.key, 'hex') }
}

function decode(content: Uint8Array | undefined): RememberedPlace | undefined {
  if (content === undefined) return undefined
  try {
    const parsed = rememberedSchema.safeParse(JSON.parse(new TextDecoder().decode(content)))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
