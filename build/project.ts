import { createRequire } from 'node:module'
import path from 'node:path'

/** The project's root folder. */
export const ROOT = path.join(import.meta.dirname, '..')

/** Where builds, stamps and reports go; never committed. */
export const OUT = path.join(ROOT, 'out')

/** The stand-in's executable, which takes the place of Electron's. */
export const STAND_IN = path.join(ROOT, 'build/stand-in/electron')

/** The tools that our scripts start, as script files: started by Node itself they need no shell on any system. */
const TOOL_SCRIPTS = {
  'electron-vite': 'electron-vite/bin/electron-vite.js',
  vite: 'vite/bin/vite.js',
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
} as const
export type Tool = keyof typeof TOOL_SCRIPTS

/** The file to hand to Node in order to run a tool. */
export function toolScript(tool: Tool): string {
  return path.join(ROOT, 'node_modules', TOOL_SCRIPTS[tool])
}

/** The folder of an installed package, wherever npm has put it. */
export function packageFolder(name: string): string {
  return path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
}
