/** What became of the messages; a refusal is an answer with a code that says more than "something threw". */
interface HostileOutcome {
  readonly refused: number
  /** Values that the bridge itself would not carry. */
  readonly notCarried: number
  readonly notRefused: readonly string[]
}

/**
 * Calls every channel of the bridge in turn with values that no channel takes, as a page would that was taken over. Runs
 * in the window, so it names nothing from outside of itself.
 */
export async function sendHostileCalls(given: { messages: number; seed: number }): Promise<HostileOutcome> {
  let state = given.seed
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state >>> 8) % limit
  }
  const ring: Record<string, unknown> = {}
  ring.self = ring
  let deep: unknown = []
  for (let level = 0; level < 400; level += 1) deep = [deep]
  const polluting: unknown = JSON.parse(
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  )
  const values: readonly unknown[] = [
    undefined,
    null,
    Number.NaN,
    -1.5,
    2 ** 60,
    12n,
    [[]],
    ['../../etc/passwd'],
    '../../../etc/passwd\u0000',
    'C:\\Windows\\win.ini',
    'x'.repeat(300_000),
    new Date(Number.NaN),
    new Map([['__proto__', 1]]),
    new Set([1]),
    /(a+)+$/,
    new Uint16Array(8),
    new ArrayBuffer(64),
    ring,
    deep,
    polluting,
    () => 1,
    Symbol('x'),
    document.body,
  ]
  const calls = window.orchard.call as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
  const channels = Object.keys(calls)
  const notRefused: string[] = []
  let refused = 0
  let notCarried = 0
  for (let turn = 0; turn < given.messages; turn += 1) {
    const channel = channels[turn % channels.length] ?? ''
    // No channel takes more than three, and none of these is what any of them takes first.
    const count = below(2) === 0 ? 4 : 1 + below(3)
    const args = Array.from({ length: count }, () => values[below(values.length)])
    if (typeof args[0] === 'string') args[0] = null
    try {
      const answer = (await calls[channel]?.(...args)) as { ok?: unknown; error?: { code?: unknown } }
      const code = answer.ok === false ? answer.error?.code : undefined
      if (typeof code === 'string' && /^(ipc\.refused|changes\.invalid)/.test(code)) refused += 1
      else notRefused.push(`${channel} ${args.map((value) => typeof value).join()} ${JSON.stringify(answer)}`)
    } catch {
      notCarried += 1
    }
  }
  return { refused, notCarried, notRefused: notRefused.slice(0, 10) }
}
