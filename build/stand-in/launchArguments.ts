/** Electron's command line, read the way Electron reads it. */
export interface LaunchArguments {
  /** Port of the main process's inspector, undefined when not asked for; 0 lets the system choose. */
  readonly inspectPort: number | undefined
  /** Whether Chromium must open a debugging port of its own for the caller. */
  readonly remoteDebuggingPort: string | undefined
  /** Modules to load before the app, from `-r`. */
  readonly preloads: readonly string[]
  /** The folder or file that is the app; undefined when the command line names none. */
  readonly appPath: string | undefined
  /** Every `--name` or `--name=value`, wherever it stands: this is app.commandLine. */
  readonly switches: ReadonlyMap<string, string>
}

/** @param args what follows the executable, e.g. ['--inspect=0', '.', '--user-data-dir=/tmp/x'] */
export function parseLaunchArguments(args: readonly string[]): LaunchArguments {
  const switches = new Map<string, string>()
  const preloads: string[] = []
  let appPath: string | undefined
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (appPath === undefined && (arg === '-r' || arg === '--require')) {
      index++
      preloads.push(args[index] ?? '')
      continue
    }
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(arg)
    if (match) switches.set((match[1] ?? '').toLowerCase(), match[2] ?? '')
    else if (appPath === undefined && !arg.startsWith('-')) appPath = arg
  }
  return {
    inspectPort: inspectPort(switches),
    remoteDebuggingPort: switches.get('remote-debugging-port'),
    preloads,
    appPath,
    switches,
  }
}

/** Node's own default when `--inspect` names no port. */
const DEFAULT_INSPECT_PORT = 9229

function inspectPort(switches: ReadonlyMap<string, string>): number | undefined {
  const value = switches.get('inspect')
  if (value === undefined) return undefined
  const port = Number(value.split(':').at(-1))
  return value === '' || Number.isNaN(port) ? DEFAULT_INSPECT_PORT : port
}
