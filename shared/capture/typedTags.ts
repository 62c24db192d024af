/** Tags as one line to be edited: `bamboo, key account`. */
export function tagsLine(tags: readonly string[]): string {
  return tags.join(', ')
}

/**
 * The tags of an edited line, each once, in the order typed; a leading `#` is a sign and no part of the tag. A tag
 * that itself holds a comma becomes two.
 */
export function tagsOfLine(line: string): string[] {
  const tags = line
    .split(/[,，、;；\n]/)
    .map((part) => part.trim().replace(/^#+\s*/, ''))
    .filter((tag) => tag !== '')
  return [...new Set(tags)]
}
