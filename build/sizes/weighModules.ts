import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import type { WeighedChunk } from './weighing'

/** The variable that names the folder for what bundles weigh; without it a build weighs nothing. */
export const SIZES_FOLDER = 'ORCHARD_SIZES'

/**
 * Writes what each chunk of a bundle is made of into the folder that `ORCHARD_SIZES` names. `bundle` is what the
 * bundle is called there: `main`, `preload`, `window`, `worker`.
 */
export function weighModules(bundle: string): Plugin[] {
  const folder = process.env[SIZES_FOLDER]
  if (folder === undefined) return []
  return [
    {
      name: 'weigh-modules',
      generateBundle(_, output) {
        const chunks = Object.values(output).flatMap((chunk): WeighedChunk[] =>
          chunk.type === 'asset'
            ? []
            : [
                {
                  bundle,
                  fileName: chunk.fileName,
                  isEntry: chunk.isEntry,
                  bytes: Buffer.byteLength(chunk.code),
                  imports: chunk.imports,
                  modules: Object.entries(chunk.modules).map(([id, { renderedLength }]) => ({
                    id: id.replaceAll('\\', '/'),
                    renderedLength,
                  })),
                },
              ],
        )
        mkdirSync(folder, { recursive: true })
        const [first] = chunks
        if (first === undefined) return
        const name = `${bundle}-${path.basename(first.fileName).replace(/\W/g, '_')}.json`
        writeFileSync(path.join(folder, name), JSON.stringify(chunks))
      },
    },
  ]
}
