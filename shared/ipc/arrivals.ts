import type { LinkTarget } from '../links/deepLink'
import type { OfferedFile } from './importing'

/**
 * What somebody opened with Orchard from outside the window: a link, files to take in, or a backup, which waits until
 * `backup:openGiven` asks for it.
 */
export type Arrival =
  | LinkTarget
  | { readonly kind: 'files'; readonly files: readonly OfferedFile[] }
  | { readonly kind: 'backup' }
