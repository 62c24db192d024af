import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { isName, parseSource, type SyntaxNode, textOf } from './syntax'

const OUT = path.join(import.meta.dirname, '../../out')
/** What may stand in `Function(…)`. */
const HARMLESS: readonly (string | undefined)[] = ['', 'return this']

beforeAll(() => {
  if (!existsSync(path.join(OUT, 'main/main.cjs')))
    throw new Error('Nothing is built: run npm run build first')
})

function scriptsIn(folder: string): string[] {
  return readdirSync(path.join(OUT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|cjs|mjs)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
}

function nodesOf(file: string): readonly SyntaxNode[] {
  return parseSource(file, readFileSync(file, 'utf8')).nodes
}

/** The modules that a bundle asks for when it runs. */
function requires(file: string): string[] {
  const calls = nodesOf(file).filter(
    (node) => node.type === 'CallExpression' && isName(node.callee, 'require'),
  )
  return [
    ...new Set(calls.map((call) => textOf((call.arguments as unknown[])[0]) ?? 'something computed')),
  ].sort()
}

/**
 * How often text becomes code. The one call that is let by compiles the empty text: Zod finds out with it whether it
 * may make parsers of our schemas faster. In the window the policy answers no; in the main process no data enter.
 */
function compilations(file: string): number {
  return nodesOf(file).filter((node) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false
    if (isName(node.callee, 'eval')) return true
    return isName(node.callee, 'Function') && !isHarmless((node.arguments as unknown[])[0])
  }).length
}

/**
 * `''`, by which Zod tries what it may, and `return this`, by which old packages (decimal.js-light of recharts) look for
 * the global object where there is no `self`: never reached in a window. Either may be a minifier's template literal.
 */
function isHarmless(value: unknown): boolean {
  const node = value as SyntaxNode | undefined
  if (node?.type !== 'TemplateLiteral') return HARMLESS.includes(textOf(node))
  const [quasi, ...more] = node.quasis as { value: { cooked: string } }[]
  return more.length === 0 && HARMLESS.includes(quasi?.value.cooked)
}

test('the preload script is one file that needs Electron and nothing else', () => {
  expect(readdirSync(path.join(OUT, 'preload'))).toEqual(['preload.cjs'])
  const file = path.join(OUT, 'preload/preload.cjs')
  expect(requires(file)).toEqual(['electron'])
  // A bundler once shipped the npm package `electron`, which looks for the binary's path, in its place.
  expect(readFileSync(file, 'utf8')).not.toContain('path.txt')
})

test('the main process needs Electron and parts of Node, and no package', () => {
  const foreign = scriptsIn('main').flatMap((file) => requires(file).filter((name) => !isPartOfNode(name)))
  expect([...new Set(foreign)]).toEqual(['electron'])
})

function isPartOfNode(name: string): boolean {
  return name.startsWith('node:') || process.getBuiltinModule(name) !== undefined || name.startsWith('./')
}

test.each(['main', 'preload', 'renderer'])('no text becomes code in %s', (folder) => {
  const found = scriptsIn(folder).map((file) => [path.basename(file), compilations(file)] as const)
  expect(found.filter(([, count]) => count > 0)).toEqual([])
})

test('the page has no script of its own text, and takes nothing from elsewhere', () => {
  const page = readFileSync(path.join(OUT, 'renderer/index.html'), 'utf8')
  for (const [tag] of page.matchAll(/<script\b[^>]*>/g)) expect(tag).toContain(' src="')
  expect(page).not.toMatch(/\bon[a-z]+\s*=|javascript:/i)
  expect(
    [...page.matchAll(/(?:src|href)="([^"]*)"/g)].filter(([, url]) => !/^(\.?\/|[a-z])/.test(url ?? '')),
  ).toEqual([])
  expect(page).not.toMatch(/(?:src|href)="(https?:)?\/\//)
})
