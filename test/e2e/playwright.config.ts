import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/e2e',
  // Each test starts a main process and a browser of several processes: that is two cores' work.
  workers: 1,
  // A cold start of app and browser takes seconds on a busy machine; a hang is what this is for.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A test that needs its second try is reported as flaky and is a bug to mend; it does not hide the rest of a run.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
})
