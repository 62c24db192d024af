/**
 * An expected failure: a code that a message catalogue knows, and parameters for that message.
 * Never carries customer data, file paths or stacks, so that it may be logged and cross any boundary.
 */
export interface OrchardError {
  /** `room.reason`, for instance `journal.diskFull`. */
  readonly code: string
  readonly params?: Readonly<Record<string, string | number | boolean>>
}

/** The outcome of whatever can fail for a reason the person should hear about. */
export type Result<T, E = OrchardError> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/** Wraps a success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** Builds a failure from its code. */
export function err(
  code: string,
  params?: OrchardError['params'],
): { readonly ok: false; readonly error: OrchardError } {
  return { ok: false, error: params === undefined ? { code } : { code, params } }
}
