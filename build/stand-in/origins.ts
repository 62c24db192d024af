/**
 * Chromium has no way to learn a custom scheme from outside, so `app://orchard/x` lives at `http://orchard.localhost/x`:
 * *.localhost is a secure context and, mapped to our loopback server, an origin that stays the same over restarts.
 * Both directions are translated here, at the stand-in's edge; the app only ever sees its own scheme.
 */

const privileged: string[] = []

/** Remembers the custom schemes in the order of registration; the first owns the short host names. */
export function registerSchemes(schemes: readonly string[]): void {
  for (const scheme of schemes) if (!privileged.includes(scheme)) privileged.push(scheme)
}

/** True for a scheme that the app registered or handles. */
export function isCustomScheme(scheme: string): boolean {
  return privileged.includes(scheme)
}

/** @example toChromium('app://orchard/a?b#c') === 'http://orchard.localhost/a?b#c'; other URLs come back unchanged */
export function toChromium(url: string): string {
  if (url.startsWith('blob:')) return `blob:${toChromium(url.slice('blob:'.length))}`
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url)
  const [, scheme = '', host = '', rest = ''] = match ?? []
  if (!isCustomScheme(scheme.toLowerCase())) return url
  return `http://${hostFor(scheme.toLowerCase(), host)}${rest}`
}

/** @example toApp('http://orchard.localhost/a') === 'app://orchard/a'; foreign URLs come back unchanged */
export function toApp(url: string): string {
  if (url.startsWith('blob:')) return `blob:${toApp(url.slice('blob:'.length))}`
  const match = /^http:\/\/([^/?#:]+)\.localhost(?::80)?(?=[/?#]|$)(.*)$/is.exec(url)
  if (!match) return url
  const [, labels = '', rest = ''] = match
  const place = schemeOf(labels)
  return place ? `${place.scheme}://${place.host}${rest}` : url
}

/** The origin that Chromium reports for a document, as Electron would serialise it; opaque ones are 'null'. */
export function toAppOrigin(origin: string): string {
  return origin === '' || origin === '://' || origin === 'null' ? 'null' : toApp(origin).replace(/\/$/, '')
}

/** Custom-scheme sources inside a header value (CSP, CORS, Location), as Chromium has to read them. */
export function headerToChromium(value: string): string {
  return privileged.reduce((text, scheme) => {
    const urls = new RegExp(`\\b${escapeForPattern(scheme)}://[^\\s;,'"]+`, 'g')
    const whole = new RegExp(`(?<![\\w/-])${escapeForPattern(scheme)}:(?=[\\s;,]|$)`, 'g')
    return text.replace(urls, toChromium).replace(whole, `http://${hostFor(scheme, '*')}`)
  }, value)
}

function hostFor(scheme: string, host: string): string {
  return privileged[0] === scheme ? `${host}.localhost` : `${host}.${scheme}.localhost`
}

function schemeOf(labels: string): { scheme: string; host: string } | undefined {
  const scheme = privileged.slice(1).find((candidate) => labels.endsWith(`.${candidate}`))
  if (scheme !== undefined) return { scheme, host: labels.slice(0, -scheme.length - 1) }
  const first = privileged[0]
  return first === undefined ? undefined : { scheme: first, host: labels }
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
