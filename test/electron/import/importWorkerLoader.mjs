// A worker thread of Node 20 knows no TypeScript; the product's build hands startImport a bundled worker instead.
import { register } from 'tsx/esm/api'

register()
await import('../../../electron/files/import/importWorker.ts')
