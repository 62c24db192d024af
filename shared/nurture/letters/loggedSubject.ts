import { NAME_MAX_CHARS } from '../../records/record'

/** A letter's subject as the talk keeps it: in one line, as the mail has it, and no longer than a name may be. */
export function loggedSubject(subject: string): string | undefined {
  const line = subject.replace(/\s+/g, ' ').trim().slice(0, NAME_MAX_CHARS)
  return line === '' ? undefined : line
}
