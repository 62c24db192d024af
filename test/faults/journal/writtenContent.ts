/** What a killed writer had to write can be told from the id alone, so that the parent can check every byte. */
export function entryText(id: string): string {
  return `${id} ${'0123456789abcdef'.repeat(Number.parseInt(id.slice(-2), 16) % 50)} end`
}

/** The id of a count. */
export function entryId(count: number): string {
  return `00000000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`
}

/** The draft's text at a count. */
export function draftText(count: number): string {
  return `draft ${count} ${'x'.repeat(count % 700)} end`
}
