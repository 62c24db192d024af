import { CLONE_REFUSAL } from '../structuredValues'

/** Deeper nesting is refused by Electron's contextBridge as well. */
const MAX_DEPTH = 1000

/** A value on its way into the other world; the DOM event that carries it clones the `clone` parts. */
type Crossing =
  | { readonly is: 'clone'; readonly value: unknown }
  | { readonly is: 'array'; readonly items: readonly Crossing[] }
  | { readonly is: 'object'; readonly fields: readonly (readonly [string, Crossing])[] }
  | { readonly is: 'function'; readonly id: number; readonly from: string }
  | { readonly is: 'promise'; readonly id: number }
  | { readonly is: 'error'; readonly message: string }

type Signal =
  | { readonly op: 'call'; readonly id: number; readonly args: readonly Crossing[] }
  | { readonly op: 'return'; readonly ok: boolean; readonly value: Crossing }
  | { readonly op: 'settle'; readonly id: number; readonly ok: boolean; readonly value: Crossing }

type AnyFunction = (...args: unknown[]) => unknown

// Taken before any script of the page can replace them: the shared node must never be handed to a patched method.
const apply = Reflect.apply
const NativeCustomEvent = CustomEvent
const dispatchEvent = EventTarget.prototype.dispatchEvent
const addEventListener = EventTarget.prototype.addEventListener
const clone = structuredClone

/**
 * Passes values and calls between the page's world and the isolated one, with the rules of Electron's contextBridge:
 * functions and promises are proxied, errors keep their message only, everything else is copied.
 *
 * Both worlds hold the same detached DOM node. An event dispatched on it runs the other world's listener at once, and
 * Chromium clones the event's detail because the listener lives in another world: no object is ever shared.
 */
export class WorldBridge {
  private readonly functions = new Map<number, AnyFunction>()
  private readonly functionIds = new WeakMap<AnyFunction, number>()
  private readonly proxies = new Map<number, AnyFunction>()
  private readonly foreignIds = new WeakMap<AnyFunction, number>()
  private readonly promises = new Map<
    number,
    { resolve(value: unknown): void; reject(error: unknown): void }
  >()
  private lastId = 0
  private returned: Extract<Signal, { op: 'return' }> | undefined

  constructor(
    private readonly node: EventTarget,
    private readonly side: 'page' | 'isolated',
  ) {
    const listen = (event: Event): void => this.take((event as CustomEvent<Signal>).detail)
    apply(addEventListener, node, [`to-${side}`, listen])
  }

  /** Makes a function of this world callable from the other and returns its id. */
  register(target: AnyFunction): number {
    const known = this.functionIds.get(target)
    if (known !== undefined) return known
    const id = ++this.lastId
    this.functions.set(id, target)
    this.functionIds.set(target, id)
    return id
  }

  /** Calls a function of the other world and waits for what it returns or throws. */
  call(id: number, args: readonly unknown[]): unknown {
    this.returned = undefined
    this.post({ op: 'call', id, args: args.map((arg) => this.leave(arg, 0)) })
    const returned = this.returned as Extract<Signal, { op: 'return' }> | undefined
    if (!returned) throw new Error(CLONE_REFUSAL)
    const value = this.enter(returned.value)
    if (returned.ok) return value
    throw value
  }

  private post(signal: Signal): void {
    const target = this.side === 'page' ? 'to-isolated' : 'to-page'
    apply(dispatchEvent, this.node, [new NativeCustomEvent(target, { detail: signal })])
  }

  private take(signal: Signal): void {
    if (signal.op === 'return') this.returned = signal
    else if (signal.op === 'call') this.post(this.answer(signal.id, signal.args))
    else {
      const promise = this.promises.get(signal.id)
      this.promises.delete(signal.id)
      if (signal.ok) promise?.resolve(this.enter(signal.value))
      else promise?.reject(this.enter(signal.value))
    }
  }

  private answer(id: number, args: readonly Crossing[]): Signal {
    try {
      const target = this.functions.get(id)
      if (!target) throw new Error('The function is gone')
      const result = target(...args.map((arg) => this.enter(arg)))
      return { op: 'return', ok: true, value: this.leave(result, 0) }
    } catch (error) {
      return { op: 'return', ok: false, value: this.leaveError(error) }
    }
  }

  private leave(value: unknown, depth: number): Crossing {
    if (depth > MAX_DEPTH) {
      const limit = `Nested objects deeper than ${MAX_DEPTH} are not supported.`
      throw new Error(`Electron contextBridge recursion depth exceeded. ${limit}`)
    }
    if (typeof value === 'function') return this.leaveFunction(value as AnyFunction)
    if (typeof value !== 'object' || value === null || (depth === 0 && isPlainData(value, 0))) {
      return this.leaveByCopy(value)
    }
    if (value instanceof Promise) return this.leavePromise(value)
    if (value instanceof Error) return this.leaveError(value)
    if (Array.isArray(value)) return { is: 'array', items: value.map((item) => this.leave(item, depth + 1)) }
    if (Object.prototype.toString.call(value) === '[object Object]') {
      return { is: 'object', fields: Object.entries(value).map(([k, v]) => [k, this.leave(v, depth + 1)]) }
    }
    return this.leaveByCopy(value)
  }

  private leaveByCopy(value: unknown): Crossing {
    try {
      // A detail that can't be cloned would arrive as null without a word; so try it here.
      return { is: 'clone', value: typeof value === 'object' ? clone(value) : checked(value) }
    } catch {
      throw new Error(CLONE_REFUSAL)
    }
  }

  private leaveFunction(value: AnyFunction): Crossing {
    const foreign = this.foreignIds.get(value)
    if (foreign !== undefined) return { is: 'function', id: foreign, from: this.otherSide() }
    return { is: 'function', id: this.register(value), from: this.side }
  }

  private leavePromise(value: Promise<unknown>): Crossing {
    const id = ++this.lastId
    value.then(
      (result) => this.settle(id, true, result),
      (error: unknown) => this.settle(id, false, error),
    )
    return { is: 'promise', id }
  }

  private settle(id: number, ok: boolean, result: unknown): void {
    try {
      const value = result instanceof Error && !ok ? this.leaveError(result) : this.leave(result, 0)
      this.post({ op: 'settle', id, ok, value })
    } catch (error) {
      this.post({ op: 'settle', id, ok: false, value: this.leaveError(error) })
    }
  }

  private leaveError(error: unknown): Crossing {
    if (error instanceof Error) return { is: 'error', message: String(error.message) }
    try {
      return this.leave(error, 0)
    } catch {
      return { is: 'error', message: CLONE_REFUSAL }
    }
  }

  private enter(crossing: Crossing): unknown {
    switch (crossing.is) {
      case 'clone':
        return crossing.value
      case 'error':
        return new Error(crossing.message)
      case 'array':
        return crossing.items.map((item) => this.enter(item))
      case 'object': {
        const record: Record<string, unknown> = {}
        for (const [key, item] of crossing.fields) {
          const field = { value: this.enter(item), enumerable: true, writable: true, configurable: true }
          Object.defineProperty(record, key, field)
        }
        return record
      }
      case 'function':
        return crossing.from === this.side ? this.functions.get(crossing.id) : this.proxy(crossing.id)
      case 'promise':
        return new Promise((resolve, reject) => this.promises.set(crossing.id, { resolve, reject }))
    }
  }

  private proxy(id: number): AnyFunction {
    const known = this.proxies.get(id)
    if (known) return known
    const proxy = (...args: unknown[]): unknown => this.call(id, args)
    this.proxies.set(id, proxy)
    this.foreignIds.set(proxy, id)
    return proxy
  }

  private otherSide(): string {
    return this.side === 'page' ? 'isolated' : 'page'
  }
}

/** True when a clone of the whole is all that is needed: the usual case, and many times faster than part by part. */
function isPlainData(value: unknown, depth: number): boolean {
  if (typeof value === 'function' || typeof value === 'symbol' || depth > MAX_DEPTH) return false
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return true
  if (Array.isArray(value)) return value.every((item) => isPlainData(item, depth + 1))
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.values(value).every((item) => isPlainData(item, depth + 1))
}

function checked(value: unknown): unknown {
  if (typeof value === 'symbol') throw new Error(CLONE_REFUSAL)
  return value
}
