import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    environment: 'node',
    testTimeout: 60_000,
    // Fault tests start child processes; two workers is what the smallest CI machine has.
    maxWorkers: 2,
  },
})
