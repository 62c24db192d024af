import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { weighModules } from './build/sizes/weighModules'

const root = import.meta.dirname

/**
 * Three bundles. Main and preload are CommonJS: a sandboxed preload must be, and one require hook then serves
 * Electron and its stand-in alike. Everything is bundled, so the package holds no node_modules.
 */
export default defineConfig({
  main: {
    plugins: weighModules('main'),
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      minify: false,
      rollupOptions: {
        input: {
          main: path.join(root, 'electron/main.ts'),
          // A thread of its own, started by its file name.
          importWorker: path.join(root, 'electron/files/import/importWorker.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    plugins: weighModules('preload'),
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      minify: false,
      rollupOptions: {
        input: { preload: path.join(root, 'electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path.join(root, 'renderer'),
    plugins: [react(), ...weighModules('window')],
    worker: { format: 'es', plugins: () => weighModules('worker') },
    build: {
      outDir: path.join(root, 'out/renderer'),
      minify: true,
      sourcemap: false,
      // Inlined fonts and images would need data: in more places of the policy than images.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: {
          index: path.join(root, 'renderer/index.html'),
          // Printed from a hidden window: a style sheet, fonts and a place for the words.
          report: path.join(root, 'renderer/report/page.html'),
        },
        output: {
          codeSplitting: {
            groups: [
              // What forbids the validator to make code of text must run before the first schema, in whatever chunk
              // that is: so it stands in the validator's own.
              { name: 'validation', test: /node_modules[\\/]zod[\\/]|[\\/]store[\\/]withoutEval\.ts$/ },
            ],
          },
        },
      },
    },
  },
})
