import { EventEmitter } from 'node:events'

/** Names that languages, debuggers, bundlers and test runners ask any object for; undefined is the right answer. */
const PROBED = new Set([
  'then',
  'toJSON',
  'constructor',
  'inspect',
  'default',
  'nodeType',
  'asymmetricMatch',
  'domain',
])

function isProbe(key: string | symbol): boolean {
  return typeof key === 'symbol' || key.startsWith('_') || PROBED.has(key)
}

/** The error for every part of Electron that the stand-in does not have: better loud than a silent undefined. */
export function notImplemented(name: string): Error {
  return new Error(`${name} is not implemented by the stand-in`)
}

/** Wraps an object so that reading a member it does not have throws instead of giving undefined. */
export function refuseUnknown<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver): unknown {
      if (key in target || isProbe(key)) return Reflect.get(target, key, receiver)
      throw notImplemented(`${name}.${String(key)}`)
    },
  })
}

/** A function that throws when called, for members whose absence would be taken for a missing feature. */
export function refusal(name: string): () => never {
  return () => {
    throw notImplemented(name)
  }
}

/**
 * Base class for Electron's emitting objects. The refusing proxy sits at the far end of the prototype chain, so private
 * fields, assignments by tests (`app.quit = ...`) and `in` work as on any object.
 */
export function emitterRefusingUnknown(name: string): new () => EventEmitter {
  class Refusing extends EventEmitter {}
  const guarded = new Proxy(EventEmitter.prototype, {
    get(target, key, receiver): unknown {
      if (key in target || isProbe(key)) return Reflect.get(target, key, receiver)
      throw notImplemented(`${name}.${String(key)}`)
    },
  })
  Object.setPrototypeOf(Refusing.prototype, guarded)
  return Refusing
}
