import path from 'node:path'
import * as z from 'zod'
import { epochMsSchema } from '#shared/time/values'
import { type FsPort, fsFailure } from '../files/fsPort'
import { openSlotPair } from '../files/slotPair'
import { log } from '../log'

const rememberedSchema = z.strictObject({
  folder: z.string().min(1).refine(path.isAbsolute),
  newest: z.strictObject({ createdAt: epochMsSchema }).optional(),
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

/** Opens what is remembered in `userData`; what can't be read is as good as nothing. */
export async function openSecondPlaceMemory(fs: FsPort, userData: string): Promise<SecondPlaceMemory> {
  const pair = await openSlotPair(fs, [
    path.join(userData, 'second-place.a'),
    path.join(userData, 'second-place.b'),
  ])
  let place = decode(pair.current()?.content)
  return {
    current: () => place,
    remember: async (chosen) => {
      place = chosen
      try {
        await pair.write(new TextEncoder().encode(JSON.stringify(chosen ?? null)))
      } catch (error) {
        log.warn(fsFailure('secondPlace', error).error.code)
      }
    },
  }
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
