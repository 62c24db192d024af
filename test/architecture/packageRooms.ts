/**
 * Which room may import which package of others: as few rooms as its job needs, so that each can be replaced in
 * one place. A package that is not in the table may be imported nowhere. ARCHITECTURE.md repeats this table.
 *
 * Tests may import anything; a place is a folder or a file.
 */
export const PACKAGE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  // Validation is at home everywhere.
  zod: ['electron', 'renderer', 'shared', 'build'],

  // The domain: isomorphic packages only.
  '@stdlib/math-base-special-digamma': ['shared/lifetime'],
  '@stdlib/math-base-special-gammaln': ['shared/lifetime'],
  '@stdlib/math-base-special-trigamma': ['shared/lifetime'],
  'fastest-levenshtein': ['shared/matching'],
  'intl-messageformat': ['shared/i18n'],
  'libphonenumber-js': ['shared/matching', 'shared/capture', 'shared/importing', 'shared/exporting'],
  'ml-matrix': ['shared/lifetime'],
  'temporal-polyfill': ['shared/time'],

  // The main process.
  '@e965/xlsx': ['electron/files'],
  'electron-log': ['electron/log.ts'],
  'electron-updater': ['electron/updates/updateEngine.ts'],
  fflate: ['electron/files', 'electron/reports', 'electron/backup'],
  'ical.js': ['electron/exports'],
  jschardet: ['electron/files'],
  nodemailer: ['electron/letters'],
  papaparse: ['electron/files', 'electron/exports', 'build/bench'],
  'postal-mime': ['electron/files'],
  'read-excel-file': ['electron/files'],
  saxen: ['electron/files'],
  uuid: ['electron/main.ts', 'renderer/main.tsx', 'renderer/workers/notebookWorker.ts', 'build/bench'],

  // The window.
  'date-holidays': ['renderer/workers/holidayLibrary.ts'],
  'pinyin-pro': ['renderer/workers/pinyinSpelling.ts'],
  '@fontsource-variable/noto-sans': ['renderer/main.tsx'],
  '@fontsource-variable/noto-sans-arabic': ['renderer/main.tsx'],
  '@fontsource-variable/noto-sans-hebrew': ['renderer/main.tsx'],
  '@fontsource-variable/noto-sans-kr': ['renderer/main.tsx'],
  '@fontsource-variable/noto-sans-sc': ['renderer/main.tsx'],
  '@fontsource-variable/noto-sans-tc': ['renderer/settings/loadLanguage.ts'],
  '@fontsource-variable/noto-sans-thai': ['renderer/main.tsx'],
  '@mantine/core': ['renderer'],
  '@mantine/hooks': ['renderer'],
  '@mantine/modals': ['renderer/shell', 'renderer/ui'],
  '@mantine/notifications': ['renderer/shell', 'renderer/edits', 'renderer/ui', 'renderer/main.tsx'],
  '@mantine/spotlight': ['renderer/shell', 'renderer/commands', 'renderer/main.tsx'],
  '@noble/ciphers': ['renderer/store/sealing'],
  '@tanstack/react-virtual': ['renderer'],
  dexie: ['renderer/store', 'renderer/workers'],
  'dexie-react-hooks': ['renderer/store'],
  'lucide-react': ['renderer'],
  react: ['renderer'],
  'react-dom': ['renderer/main.tsx'],
  'react-intl': ['renderer/i18n'],
  recharts: ['renderer/insights', 'renderer/ui'],
  zustand: ['renderer/store', 'renderer/view'],

  // Tooling.
  '@playwright/test': ['build'],
  vite: ['build'],
}

/** Rooms where no part of Node may be named: they run in a window or in any engine. */
export const WITHOUT_NODE: readonly string[] = ['shared', 'renderer', 'electron/preload.ts']
