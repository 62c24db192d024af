import { useLayoutEffect } from 'react'
import { isDialogOpen } from '../ui/isDialogOpen'
import { matchesChord } from '../ui/keyChord'
import type { CommandList } from './registry'

/** Whether the person is writing: then plain letters, and the field's own undo, belong to the field. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
}

/**
 * Runs the command whose chord is pressed; the first match wins. Under an open dialog nothing runs but what only hides
 * (`overDialogs`): a key must not change what one does not look at.
 */
export function useCommandKeys(commands: CommandList, isMac: boolean): void {
  // Before the screen is drawn: what can be seen answers its keys.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const writing = isTextField(event.target)
      const covered = isDialogOpen()
      const match = commands.find(
        (candidate) =>
          (!writing || candidate.inFields) &&
          (candidate.overDialogs || !covered) &&
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
