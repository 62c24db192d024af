/** Why no new version came. */
export type UpdateFault = 'update.unreachable' | 'update.damaged' | 'update.diskFull' | 'update.failed'

/** Where looking for a new version stands. */
export type UpdateStep =
  /** This copy was built without a place to look, or can't replace itself. */
  | { readonly step: 'unset' }
  | { readonly step: 'idle' | 'looking' | 'newest' }
  | { readonly step: 'found'; readonly version: string }
  /** `percent` is a whole number from 0 to 100. */
  | { readonly step: 'fetching'; readonly version: string; readonly percent: number }
  /** It lies here, is what was announced, and is installed when Orchard is quit; macOS may still refuse its signature. */
  | { readonly step: 'ready'; readonly version: string }
  | { readonly step: 'failed'; readonly code: UpdateFault }

/** What the window knows of new versions. */
export type UpdateState = UpdateStep & { readonly ownVersion: string }
