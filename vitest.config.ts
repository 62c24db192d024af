import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    environment: 'node',
    // For a hang, not for speed: two hundred kills of real processes take their time on a busy machine.
    testTimeout: 300_000,
    // Fault tests start child processes; two workers is what the smallest CI machine has.
    maxWorkers: 2,
  },
})
