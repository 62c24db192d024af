import { APP_ORIGIN } from '#shared/identity'

/**
 * Whether a request of the window may go out at all. Offline is a promise: our own origin, blobs and inline
 * images pass; everything else, the developer tools' own pages apart, is cancelled.
 */
export function isAllowedRequest(url: string, resourceType: string): boolean {
  const parsed = parseUrl(url)
  if (parsed === undefined) return false
  if (parsed.protocol === 'blob:') return parsed.pathname.startsWith(`${APP_ORIGIN}/`)
  if (parsed.protocol === 'data:') return resourceType === 'image' && url.startsWith('data:image/')
  if (parsed.protocol === 'devtools:') return true
  return isOwnUrl(url)
}

/** Whether a URL belongs to our origin: compared by parsed parts, never by substring. */
export function isOwnUrl(url: string): boolean {
  const parsed = parseUrl(url)
  if (parsed === undefined || parsed.username !== '' || parsed.password !== '') return false
  // Node gives non-special schemes the origin "null", so scheme and host are compared one by one.
  return `${parsed.protocol}//${parsed.host}` === APP_ORIGIN
}

function parseUrl(url: string): URL | undefined {
  try {
    return new URL(url)
  } catch {
    return undefined
  }
}
