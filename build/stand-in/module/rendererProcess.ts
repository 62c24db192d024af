/** What `process` holds in a sandboxed preload script: versions and the platform, nothing that does anything. */
export function rendererProcessInfo(): Readonly<Record<string, unknown>> {
  return {
    type: 'renderer',
    platform: process.platform,
    arch: process.arch,
    argv: [],
    env: {},
    versions: { ...process.versions },
    sandboxed: true,
    contextIsolated: true,
    pid: process.pid,
  }
}
