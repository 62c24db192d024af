import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(path.join(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8')

const SURFACES = ['paper', 'sheet', 'sunk', 'leaf-soft', 'warm-soft', 'amber-soft', 'cold-soft', 'bad-soft']
const INKS = ['ink', 'ink-2', 'ink-note', 'leaf', 'warm', 'warm-ink', 'amber', 'amber-ink', 'cold', 'bad']

type Colours = Readonly<Record<string, string>>

/** The colours that one block of the file sets. */
function coloursOf(selector: string): Colours {
  const from = css.indexOf(`\n${selector} {`)
  expect(from, selector).toBeGreaterThan(-1)
  const block = css.slice(from, css.indexOf('}', from))
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]),
  )
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio, WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Every pair that stays below the ratio, as `ink on surface`. */
function below(
  ratio: number,
  colours: Colours,
  inks: readonly string[],
  surfaces: readonly string[],
): string[] {
  const pairs = inks.flatMap((ink) => surfaces.map((surface) => [ink, surface] as const))
  return pairs
    .filter(([ink, surface]) => !(contrast(colours[ink] ?? '', colours[surface] ?? '') >= ratio))
    .map(([ink, surface]) => `${ink} on ${surface}`)
}

const light = coloursOf(':root')
const dark = { ...light, ...coloursOf('[data-mantine-color-scheme="dark"]') }
const booth = { ...light, ...coloursOf(':root[data-booth]') }
const boothDark = {
  ...dark,
  ...coloursOf(':root[data-booth]'),
  ...coloursOf(':root[data-booth][data-mantine-color-scheme="dark"]'),
}

test.each([
  ['light', booth],
  ['dark', boothDark],
])('in booth mode every ink stands at 7:1 or more on every surface, %s', (_name, colours) => {
  expect(below(7, colours, INKS, SURFACES)).toEqual([])
  expect(below(7, colours, ['leaf-ink'], ['leaf'])).toEqual([])
  expect(below(3, colours, ['line', 'line-strong', 'focus'], ['paper', 'sheet', 'sunk'])).toEqual([])
})

test.each([
  ['light', light],
  ['dark', dark],
])('without it what is read stands at 4.5:1 or more on paper, %s', (_name, colours) => {
  expect(below(4.5, colours, ['ink', 'ink-2', 'ink-note'], ['paper', 'sheet', 'sunk'])).toEqual([])
})

test('the check finds a pair that is too faint', () => {
  expect(below(7, light, ['ink-note'], ['paper'])).toEqual(['ink-note on paper'])
})
