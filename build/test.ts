import { sumCounts } from './testReports'
import { STEPS, type StepResult } from './testSteps'

/**
 * `npm test`: everything a change must pass, on a machine that has Node and npm only. Stops at the first step that
 * fails. The last line is `N passed, N failed`: the tests that the runners reported, and one failure for a step that
 * failed without a failed test (types, lint, build, a runner that died).
 */
async function test(): Promise<boolean> {
  const done: { title: string; seconds: number; result: StepResult }[] = []
  for (const { title, run } of STEPS) {
    process.stdout.write(`\n== ${title}\n`)
    const begun = performance.now()
    const result = await run()
    const seconds = Math.round((performance.now() - begun) / 1000)
    done.push({ title, seconds, result })
    process.stdout.write(`== ${title}: ${result.ok ? 'passed' : 'FAILED'} in ${seconds} s\n`)
    if (!result.ok) break
  }
  const left = STEPS.slice(done.length).map(({ title }) => title)
  const { passed, failed, skipped } = sumCounts(done.map(({ result }) => result.counts))
  const withoutTest = done.filter(({ result }) => !result.ok && result.counts.failed === 0).length
  process.stdout.write('\n== Summary\n')
  for (const { title, seconds, result } of done) {
    process.stdout.write(`${result.ok ? 'passed' : 'FAILED'}  ${String(seconds).padStart(4)} s  ${title}\n`)
  }
  for (const title of left) process.stdout.write(`not run        ${title}\n`)
  if (skipped > 0) process.stdout.write(`${skipped} tests were skipped\n`)
  process.stdout.write(`${passed} passed, ${failed + withoutTest} failed\n`)
  return failed + withoutTest === 0
}

process.exitCode = (await test()) ? 0 : 1
