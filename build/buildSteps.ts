import { stripVTControlCharacters } from 'node:util'
import { stampBuild } from './freshness'
import { type Tool, toolScript } from './project'
import { runScript } from './runProcess'

/** A build takes seconds; a hang must not take a CI machine with it. */
const LIMIT_MS = 300_000

const STEPS: readonly { readonly title: string; readonly tool: Tool; readonly args: readonly string[] }[] = [
  { title: 'main, preload and window', tool: 'electron-vite', args: ['build'] },
  {
    title: 'stand-in runtime',
    tool: 'vite',
    args: ['build', '-c', 'build/stand-in/vite.config.ts', '--logLevel', 'warn'],
  },
]

/** Lines by which the bundlers mark a warning. */
const WARNING = /^\(!\)|\bWARN(ING)?\b|\bwarning\b|\[[A-Z]+(_[A-Z]+)+\]|DEPRECATED/i
/** Warnings that say nothing about correctness, each with its reason. */
const HARMLESS: readonly RegExp[] = [
  // The window is loaded from disk: its size is watched by a budget test, not by the bundler's guess about networks.
  /^\(!\) Some chunks are larger than/,
  /chunkSizeWarningLimit/,
  // How long the machine took, said when it was slow.
  /\[PLUGIN_TIMINGS\]/,
]

/**
 * Builds everything into `out/`. Quiet when all is well. Returns the output to show when a step fails or warns of
 * something that matters: an import that was not found, a circle, a removed option.
 */
export async function buildEverything(): Promise<
  { ok: true } | { ok: false; title: string; output: string }
> {
  const begunAt = Date.now()
  for (const { title, tool, args } of STEPS) {
    const { code, output } = await runScript(toolScript(tool), args, { limitMs: LIMIT_MS })
    const warnings = warningsIn(output)
    if (code !== 0) return { ok: false, title, output }
    if (warnings.length > 0)
      return { ok: false, title: `${title} (warnings)`, output: `${warnings.join('\n')}\n\n${output}` }
  }
  stampBuild(begunAt)
  return { ok: true }
}

/** The lines of a bundler's output that warn of something that matters. */
export function warningsIn(output: string): string[] {
  return stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => WARNING.test(line) && !HARMLESS.some((harmless) => harmless.test(line)))
}
