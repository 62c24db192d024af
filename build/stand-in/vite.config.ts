import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, defineConfig, type Plugin } from 'vite'

const here = dirname(fileURLToPath(import.meta.url))

/** `import source from './x?script'` yields x.ts bundled to one self-contained script, as text to inject into a page. */
function scriptText(): Plugin {
  return {
    name: 'script-text',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!id.endsWith('?script') || importer === undefined) return null
      const found = await this.resolve(id.slice(0, -'?script'.length), importer)
      return found ? `${found.id}?script` : null
    },
    async load(id) {
      if (!id.endsWith('?script')) return null
      const entry = id.slice(0, -'?script'.length)
      const output = await build({
        configFile: false,
        logLevel: 'error',
        build: {
          write: false,
          target: 'chrome140',
          minify: false,
          lib: { entry, formats: ['iife'], name: 'standInWorld' },
        },
      })
      const first = Array.isArray(output) ? output[0] : output
      if (!first || !('output' in first)) throw new Error(`No bundle for ${entry}`)
      return `export default ${JSON.stringify(first.output[0].code)}`
    },
  }
}

export default defineConfig({
  root: here,
  plugins: [scriptText()],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: resolve(here, '../../out/stand-in'),
    // Somebody may be running the last build right now.
    emptyOutDir: false,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { launch: resolve(here, 'launch.ts'), provideChromium: resolve(here, 'provideChromium.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
    },
  },
})
