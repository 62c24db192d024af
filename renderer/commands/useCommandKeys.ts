import { useEffect } from 'react'
import { matchesChord } from '../ui/keyChord'
import type { CommandList } from './registry'

/** Whether the person is writing: then plain letters, and the field's own undo, belong to the field. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
}

/** Runs the command whose chord is pressed. The first match wins; a dialog that is open keeps its keys. */
export function useCommandKeys(commands: CommandList, isMac: boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const writing = isTextField(event.target)
      const match = commands.find(
        (candidate) =>
          (!writing || candidate.inFields) &&
          candidate.keys.some((chord) => matchesChord(chord, event, isMac)),
      )
      if (match === undefined) return
      event.preventDefault()
      match.run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [commands, isMac])
}
