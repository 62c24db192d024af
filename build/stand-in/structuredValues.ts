/** What Electron says, word for word, when a value can't cross between processes or worlds. */
export const CLONE_REFUSAL = 'An object could not be cloned.'

/** A value that JSON has no word for, under a key that plain objects are not allowed to use bare. */
interface Tagged {
  readonly $: string
  readonly v?: unknown
  readonly k?: string
}

/** What a value has been taken apart into so far. */
interface Taken {
  readonly seen: Map<object, number>
  /** Bytes of buffers, as base64, each with a line of its own below the JSON. */
  readonly bytes: string[]
}

/** What a value is put together from. */
interface Given {
  readonly seen: unknown[]
  readonly bytes: readonly string[]
}

/** The part of Node's Buffer used here; this file also runs where there is none, so it can't name Node's types. */
interface NodeBuffer {
  from(bytes: ArrayBufferLike, offset: number, length: number): { toString(encoding: 'base64'): string }
  from(text: string, encoding: 'base64'): Uint8Array
}

type BytesCodec = { encode(bytes: Uint8Array): string; decode(text: string): Uint8Array<ArrayBuffer> }

const BUFFER_VIEWS = [
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
  'DataView',
] as const
type ViewName = (typeof BUFFER_VIEWS)[number]

const ERROR_NAMES = [
  'Error',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
]

/**
 * Writes a value as text so that `decodeValue` on the other side gives what a structured clone would have given:
 * JSON, undefined, NaN, -0, bigint, Date, RegExp, Map, Set, buffers and their views, errors, shared and circular
 * references. Functions, symbols, proxies and platform objects throw `CLONE_REFUSAL`, as Electron does.
 *
 * The first line is JSON; the bytes of each buffer stand in a line of their own below it, so that whoever carries many of
 * them on need not touch them.
 */
export function encodeValue(value: unknown): string {
  let plain: unknown
  try {
    // The engine's own clone is the judge of what may cross; what it returns has no getters, proxies or classes left.
    plain = structuredClone(value)
  } catch {
    throw new Error(CLONE_REFUSAL)
  }
  const taken: Taken = { seen: new Map(), bytes: [] }
  const json = JSON.stringify(encode(plain, taken))
  return [json, ...taken.bytes].join('\n')
}

/** Reads text written by `encodeValue`. Only ever given text that the other half of the stand-in wrote. */
export function decodeValue(text: string): unknown {
  const [json = '', ...bytes] = text.split('\n')
  return decode(JSON.parse(json), { seen: [], bytes })
}

function encode(value: unknown, taken: Taken): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : { $: 'number', v: numberText(value) }
    case 'undefined':
      return { $: 'undefined' }
    case 'bigint':
      return { $: 'bigint', v: value.toString() }
    case 'object':
      return value === null ? null : encodeObject(value, taken)
    default:
      throw new Error(CLONE_REFUSAL)
  }
}

function encodeObject(value: object, taken: Taken): unknown {
  const known = taken.seen.get(value)
  if (known !== undefined) return { $: 'same', v: known }
  taken.seen.set(value, taken.seen.size)
  if (Array.isArray(value)) return encodeArray(value, taken)
  const kind = Object.prototype.toString.call(value).slice('[object '.length, -1)
  if (kind === 'Object') return encodePlain(value, taken)
  if (value instanceof Date) return { $: 'Date', v: numberText(value.getTime()) }
  if (value instanceof RegExp) return { $: 'RegExp', v: [value.source, value.flags] }
  if (value instanceof Map)
    return { $: 'Map', v: [...value].map(([k, v]) => [encode(k, taken), encode(v, taken)]) }
  if (value instanceof Set) return { $: 'Set', v: [...value].map((v) => encode(v, taken)) }
  if (value instanceof ArrayBuffer) return { $: 'ArrayBuffer', v: bytesLine(new Uint8Array(value), taken) }
  if (ArrayBuffer.isView(value) && isViewName(kind)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    return { $: 'view', k: kind, v: bytesLine(bytes, taken) }
  }
  if (value instanceof Error) return { $: 'Error', k: value.name, v: [value.message, value.stack ?? null] }
  throw new Error(CLONE_REFUSAL)
}

/** Which line below the JSON holds the bytes. */
function bytesLine(bytes: Uint8Array, { bytes: lines }: Taken): number {
  return lines.push(bytesCodec().encode(bytes)) - 1
}

function encodeArray(value: readonly unknown[], taken: Taken): unknown[] {
  const items: unknown[] = []
  for (let index = 0; index < value.length; index++) {
    items.push(index in value ? encode(value[index], taken) : { $: 'hole' })
  }
  return items
}

function encodePlain(value: object, taken: Taken): unknown {
  const entries = Object.entries(value).map(([key, item]) => [key, encode(item, taken)] as const)
  // A key named like our tag, or the one that an assignment would take for the prototype, travels as a list.
  if (entries.some(([key]) => key === '$' || key === '__proto__')) return { $: 'entries', v: entries }
  return Object.fromEntries(entries)
}

function decode(value: unknown, given: Given): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    given.seen.push(value)
    for (let index = 0; index < value.length; index++) {
      if (isTagged(value[index]) && value[index].$ === 'hole') delete value[index]
      else value[index] = decode(value[index], given)
    }
    return value
  }
  if (isTagged(value)) return decodeTagged(value, given)
  given.seen.push(value)
  const record = value as Record<string, unknown>
  for (const key of Object.keys(record)) record[key] = decode(record[key], given)
  return record
}

function decodeTagged({ $: tag, k: kind, v }: Tagged, given: Given): unknown {
  if (tag === 'undefined') return undefined
  if (tag === 'number') return Number(v)
  if (tag === 'bigint') return BigInt(v as string)
  if (tag === 'same') return given.seen[v as number]
  const place = given.seen.push(undefined) - 1
  const keep = <T>(decoded: T): T => {
    given.seen[place] = decoded
    return decoded
  }
  switch (tag) {
    case 'Date':
      return keep(new Date(Number(v)))
    case 'RegExp':
      return keep(new RegExp(...(v as [string, string])))
    case 'Map': {
      const map = keep(new Map<unknown, unknown>())
      for (const [key, item] of v as [unknown, unknown][]) map.set(decode(key, given), decode(item, given))
      return map
    }
    case 'Set': {
      const set = keep(new Set<unknown>())
      for (const item of v as unknown[]) set.add(decode(item, given))
      return set
    }
    case 'ArrayBuffer':
      return keep(bytesOf(v as number, given).buffer)
    case 'view':
      return keep(viewOf(kind as ViewName, bytesOf(v as number, given)))
    case 'Error':
      return keep(errorOf(kind ?? 'Error', v as [string, string | null]))
    case 'entries': {
      const record = keep<Record<string, unknown>>({})
      for (const [key, item] of v as [string, unknown][]) {
        const field = { value: decode(item, given), enumerable: true, writable: true, configurable: true }
        Object.defineProperty(record, key, field)
      }
      return record
    }
    default:
      throw new Error(`Unknown tag ${tag}`)
  }
}

function bytesOf(line: number, { bytes }: Given): Uint8Array<ArrayBuffer> {
  return bytesCodec().decode(bytes[line] ?? '')
}

function isTagged(value: unknown): value is Tagged {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, '$')
}

function isViewName(name: string): name is ViewName {
  return (BUFFER_VIEWS as readonly string[]).includes(name)
}

function viewOf(name: ViewName, bytes: Uint8Array<ArrayBuffer>): unknown {
  if (name === 'Uint8Array') return bytes
  const constructors = globalThis as unknown as Record<string, new (buffer: ArrayBuffer) => unknown>
  const View = constructors[name]
  return View ? new View(bytes.buffer) : bytes
}

function errorOf(name: string, [message, stack]: [string, string | null]): Error {
  const constructors = globalThis as unknown as Record<string, ErrorConstructor>
  const Kind = ERROR_NAMES.includes(name) ? constructors[name] : undefined
  const error = new (Kind ?? Error)(message)
  if (stack !== null)
    Object.defineProperty(error, 'stack', { value: stack, writable: true, configurable: true })
  return error
}

function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

/** Node has Buffer, current Chromium has Uint8Array base64; both are native and take 5 MB in milliseconds. */
export function bytesCodec(): BytesCodec {
  const node = (globalThis as { Buffer?: NodeBuffer }).Buffer
  if (node) {
    return {
      encode: (bytes) => node.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
      decode: (text) => new Uint8Array(node.from(text, 'base64')),
    }
  }
  return {
    encode: (bytes) => (bytes as unknown as { toBase64(): string }).toBase64(),
    decode: (text) => {
      const native = Uint8Array as unknown as { fromBase64(text: string): Uint8Array<ArrayBuffer> }
      return native.fromBase64(text)
    },
  }
}
