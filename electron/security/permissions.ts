/** What a page of ours may ask of the browser engine. Electron grants everything unless told otherwise. */
const GRANTED: ReadonlySet<string> = new Set([
  // Copy a letter for WeChat, LINE, Zalo or webmail.
  'clipboard-sanitized-write',
  // Asked at start, so that the engine never evicts the index on its own.
  'persistent-storage',
])

/** The one answer to permission requests and permission checks alike. */
export function isGrantedPermission(permission: string): boolean {
  return GRANTED.has(permission)
}
