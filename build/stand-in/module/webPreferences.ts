import { readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { Script } from 'node:vm'
import { say } from '../runtime'
import type { Session } from './session'
import { sessionFor } from './session'

/** The part of Electron's webPreferences that means something here; others are kept and reported back. */
export interface WebPreferences {
  readonly preload?: string
  readonly partition?: string
  readonly session?: Session
  readonly contextIsolation?: boolean
  readonly sandbox?: boolean
  readonly nodeIntegration?: boolean
  readonly nodeIntegrationInWorker?: boolean
  readonly nodeIntegrationInSubFrames?: boolean
  readonly webviewTag?: boolean
  readonly webSecurity?: boolean
  readonly allowRunningInsecureContent?: boolean
  readonly experimentalFeatures?: boolean
  readonly zoomFactor?: number
}

/** Settings that would need an Electron renderer; refusing them is safer than pretending. */
const IMPOSSIBLE: readonly (readonly [keyof WebPreferences, boolean])[] = [
  ['contextIsolation', false],
  ['sandbox', false],
  ['nodeIntegration', true],
  ['nodeIntegrationInWorker', true],
  ['webviewTag', true],
  ['webSecurity', false],
  ['allowRunningInsecureContent', true],
  ['experimentalFeatures', true],
]

/** Throws on settings the stand-in can't provide; what is left is Electron's secure defaults. */
export function checkWebPreferences(preferences: WebPreferences): WebPreferences {
  for (const [name, value] of IMPOSSIBLE) {
    if (preferences[name] === value)
      throw new Error(`webPreferences ${name}: ${value} is not implemented by the stand-in`)
  }
  if (preferences.preload !== undefined && !isAbsolute(preferences.preload)) {
    say(`preload script must have absolute path: ${preferences.preload}`)
  }
  const defaults = { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true }
  return { ...defaults, ...preferences }
}

/** The session that a window's preferences name. */
export function sessionOf(preferences: WebPreferences): Session {
  return preferences.session ?? sessionFor(preferences.partition ?? '')
}

/** The text of the preload script; undefined, with the reason on stderr, when it can't be read or doesn't parse. */
export function readPreload(path: string | undefined): string | undefined {
  if (path === undefined) return undefined
  try {
    const text = readFileSync(path, 'utf8')
    new Script(`(function () {${text}\n})`, { filename: path })
    return text
  } catch (error) {
    say(`Unable to load preload script: ${path}: ${String(error)}`)
    return undefined
  }
}
