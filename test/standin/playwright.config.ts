import { defineConfig } from '@playwright/test'

/** The conformance suite of the stand-in runtime. Set ORCHARD_ELECTRON to run it against another binary. */
export default defineConfig({
  testDir: './conformance',
  globalSetup: './buildStandIn.ts',
  outputDir: '../../out/test-standin',
  // Each test starts a browser of its own; more than two at once only makes them wait for each other.
  workers: 2,
  fullyParallel: true,
  // A start of Chromium takes about a second, and many times that on a machine with much else to do: these are for a hang.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
})
