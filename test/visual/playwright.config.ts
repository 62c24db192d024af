import { defineConfig } from '@playwright/test'

// Hours of day in the pictures are those of one zone, wherever they are compared.
process.env.TZ = 'UTC'

/** Pictures of screens that rarely change, held against recorded ones. `-- --update-snapshots` records them anew. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/visual',
  snapshotPathTemplate: '{testDir}/baselines/{arg}{ext}',
  // A missing picture is a failure, not a new one.
  updateSnapshots: 'none',
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 60_000, toHaveScreenshot: { maxDiffPixelRatio: 0.002 } },
  reporter: [['list']],
})
