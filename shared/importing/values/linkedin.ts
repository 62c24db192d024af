/** The slug of a LinkedIn profile: lower case, no query, no slash. */
export function linkedinSlug(url: string): string | undefined {
  const match = /linkedin\.com\/(?:in|pub)\/([^/?#\s]+)/i.exec(url)
  if (!match) return undefined
  try {
    return decodeURIComponent(match[1] ?? '').toLowerCase()
  } catch {
    return match[1]?.toLowerCase()
  }
}
