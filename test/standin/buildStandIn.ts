import { execFileSync } from 'node:child_process'
import { electronPath, STAND_IN } from './conformance/electronPath'

/** Builds the stand-in when it is what will be tested, so that nobody tests yesterday's. */
// biome-ignore lint/style/noDefaultExport: Playwright takes a global setup by its default export
export default function buildStandIn(): void {
  console.log(`Testing ${electronPath()}`)
  if (electronPath() !== STAND_IN) return
  execFileSync('npx', ['vite', 'build', '-c', 'build/stand-in/vite.config.ts', '--logLevel', 'warn'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
}
