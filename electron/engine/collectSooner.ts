import type { App } from 'electron'

/** By how much of what is alive in it a heap may grow before it is collected. By itself the engine lets it grow to four times that. */
const GROWTH_PERCENT = 50
/** The size, in megabytes, at which a young heap is first collected as a whole. By itself the engine waits for hundreds. */
const FIRST_MB = 64

/**
 * Lets the windows' engine collect by what is alive instead of by how much memory the machine has: an import of many
 * rows leaves garbage behind at each step, and the engine would let it lie until it is several times what the notebook
 * keeps. What that saves and costs is in ARCHITECTURE.md. Before the app is ready.
 */
export function collectSooner(app: Pick<App, 'commandLine'>): void {
  app.commandLine.appendSwitch(
    'js-flags',
    `--heap-growing-percent=${GROWTH_PERCENT} --initial-old-space-size=${FIRST_MB}`,
  )
}
