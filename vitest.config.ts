import { defineConfig } from 'vitest/config'

/** Tests of the main process that put something of theirs in Electron's place: that must not be there for the next. */
const MOCKING = [
  'test/electron/menu.test.ts',
  'test/electron/arrivals/arrivalBox.test.ts',
  'test/electron/ipc/preload.test.ts',
  'test/electron/security/window.test.ts',
  'test/electron/tray/tray.test.ts',
]

export default defineConfig({
  test: {
    // For a hang, not for speed: two hundred kills of real processes take their time on a busy machine.
    testTimeout: 300_000,
    // Fault tests start child processes; two workers is what the smallest CI machine has.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['test/shared/**/*.test.ts'],
          // `shared/` keeps no state and touches no global, so its tests need no fresh world each: a third of the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'main',
          include: ['test/electron/**/*.test.ts'],
          exclude: MOCKING,
          // What the main process is made of is given its files, clock and ids: no module keeps a state of its own.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'mocking',
          include: MOCKING,
        },
      },
      {
        extends: true,
        test: {
          name: 'window and machine',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/shared/**', 'test/electron/**'],
        },
      },
    ],
  },
})
