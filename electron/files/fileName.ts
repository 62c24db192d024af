/** What Windows, macOS or Linux forbid in a name, and what no name needs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g
/** Names of devices on Windows, with any ending: CON, com1.xlsx */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i
/** Common file systems allow 255 bytes; number, ending and a temporary suffix want their share. */
const MAX_BYTES = 200

/**
 * A file name without ending from a title that a person typed, for every system that the folder may be shared with.
 * Never empty, never a path, never hidden.
 */
export function fileNameOf(title: string): string {
  const clean = title.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ')
  const letters = [...clean.replace(/^[. ]+/, '')].slice(0, MAX_BYTES)
  while (Buffer.byteLength(letters.join('')) > MAX_BYTES) letters.pop()
  const name = letters.join('').replace(/[. ]+$/, '')
  if (name === '') return 'Orchard'
  return DEVICE.test(name) ? `Orchard ${name}` : name
}

/** `Fair.pdf`, then `Fair (2).pdf`, `Fair (3).pdf` ... */
export function numberedName(name: string, number: number, ending: string): string {
  return number === 1 ? `${name}.${ending}` : `${name} (${number}).${ending}`
}
