import { LANGUAGES, type Language } from '#shared/i18n/languages'

export type Theme = 'light' | 'dark'

/** A window's inner size in CSS pixels. */
export interface WindowSize {
  readonly width: number
  readonly height: number
}

/** In which ways every scene is taken. */
export interface Look {
  readonly languages: readonly Language[]
  readonly themes: readonly Theme[]
  readonly sizes: readonly WindowSize[]
  /** Beginnings of scenes' names; none: all scenes. */
  readonly only: readonly string[]
}

/** What the product is drawn for, what must hold, and the languages that show most between them. */
const USUAL = {
  languages: ['en', 'zh-Hans', 'he'],
  themes: ['light', 'dark'],
  sizes: ['1280x800', '1024x640'],
} as const

/** The ways that the command line asks for. Throws for one that there isn't. */
export function lookOf(asked: {
  readonly language?: readonly string[] | undefined
  readonly theme?: readonly string[] | undefined
  readonly size?: readonly string[] | undefined
  readonly only?: readonly string[] | undefined
}): Look {
  return {
    languages: (asked.language ?? USUAL.languages).map((name) => oneOf(LANGUAGES, name)),
    themes: (asked.theme ?? USUAL.themes).map((name) => oneOf(USUAL.themes, name)),
    sizes: (asked.size ?? USUAL.sizes).map(sizeOf),
    only: asked.only ?? [],
  }
}

function oneOf<T extends string>(known: readonly T[], name: string): T {
  const found = known.find((one) => one === name)
  if (found === undefined) throw new Error(`${name} is none of ${known.join(', ')}`)
  return found
}

/** `1280x800` as width and height. */
function sizeOf(written: string): WindowSize {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(written) ?? []
  if (width === undefined || height === undefined) throw new Error(`${written} is no size like 1280x800`)
  return { width: Number(width), height: Number(height) }
}
