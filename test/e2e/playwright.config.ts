import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/e2e',
  // Each test starts a main process and a browser of several processes: that is two cores' work.
  workers: 1,
  // A cold start of app and browser takes seconds on a busy machine; a hang is what this is for.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  // A test that needs a second try is a bug to mend.
  retries: 0,
  reporter: [['list']],
})
