import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/e2e',
  // Each test starts a main process and a browser of several processes: one alone keeps a core and a half busy, two side
  // by side both of the smallest machine.
  workers: 2,
  fullyParallel: true,
  // A cold start of app and browser takes seconds on a busy machine; a hang is what this is for.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  // A test that needs a second try is a bug to mend.
  retries: 0,
  reporter: [['list']],
})
