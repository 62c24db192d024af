import type { ChangeSet } from '#shared/changes/changeSet'

const decoder = new TextDecoder('utf-8', { fatal: true })

/** A change-set as the journal has it: the UTF-8 of its JSON. */
export function setBytes(set: ChangeSet): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(set))
}

/** The JSON of a journalled change-set; undefined for bytes that are no UTF-8. */
export function setText(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** A change-set that the journal has; undefined for bytes that are none. */
export function setOf(bytes: Uint8Array): ChangeSet | undefined {
  const text = setText(bytes)
  return text === undefined ? undefined : (JSON.parse(text) as ChangeSet)
}
