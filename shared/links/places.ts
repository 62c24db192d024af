/** The places of the rail, in its order; links from elsewhere name them by these words, so that none may change. */
export const PLACES = [
  'today',
  'fair',
  'notebook',
  'timeline',
  'library',
  'channels',
  'insights',
  'import',
  'settings',
] as const
export type Place = (typeof PLACES)[number]
