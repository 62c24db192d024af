import { readFileSync } from 'node:fs'

/** How many tests of one run went which way. */
export interface TestCounts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const NO_TESTS: TestCounts = { passed: 0, failed: 0, skipped: 0 }

/** The part of Vitest's JSON report that we count by. */
interface VitestReport {
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/** The part of Playwright's JSON report that we count by. */
interface PlaywrightReport {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
  /** Faults outside of any test, such as a file that does not load. */
  readonly errors: readonly unknown[]
}

/** Counts a Vitest run. A file that could not be loaded has no tests to count: it counts as one that failed. */
export function vitestCounts(report: VitestReport): TestCounts {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  const count = (...states: string[]) => tests.filter(({ status }) => states.includes(status)).length
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length
  return {
    passed: count('passed'),
    failed: count('failed') + unloaded,
    skipped: count('skipped', 'pending', 'todo', 'disabled'),
  }
}

/** Counts a Playwright run. Flaky tests passed in the end; faults outside of tests count as failures. */
export function playwrightCounts({ stats, errors }: PlaywrightReport): TestCounts {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }
}

/** Reads a report that a runner wrote; undefined when there is none or it is cut short, because the runner died. */
export function readCounts(file: string, kind: 'vitest' | 'playwright'): TestCounts | undefined {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return kind === 'vitest'
      ? vitestCounts(report as VitestReport)
      : playwrightCounts(report as PlaywrightReport)
  } catch {
    return undefined
  }
}

/** The sum of several runs. */
export function sumCounts(all: readonly TestCounts[]): TestCounts {
  return all.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    NO_TESTS,
  )
}
