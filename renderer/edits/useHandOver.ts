import { useRef } from 'react'

/** Saves the words of a line; `onSaved` hears what was written into it since. Resolves when all of that is done. */
type HandOver = (save: () => Promise<boolean>, onSaved: (later: string) => void) => Promise<void>

/**
 * Saving a line that stays open for the next words. A key that is held down, or pressed again before the line is empty,
 * saves once; what is typed while the disk is at work is not lost with what was saved.
 */
export function useHandOver(words: string): HandOver {
  const now = useRef(words)
  now.current = words
  const isUnderWay = useRef(false)
  return async (save, onSaved) => {
    if (words.trim() === '' || isUnderWay.current) return
    isUnderWay.current = true
    const isSaved = await save().finally(() => {
      isUnderWay.current = false
    })
    if (isSaved) onSaved(writtenSince(words, now.current))
  }
}

/** What was added to words after they were handed over; all of it where they were written anew. */
function writtenSince(saved: string, words: string): string {
  return words.startsWith(saved) ? words.slice(saved.length).trimStart() : words
}
