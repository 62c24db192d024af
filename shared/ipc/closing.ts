/**
 * How long a window that the person closes may stay for what is under way, in ms; a backup that cannot be done by then is
 * not worth waiting for.
 */
export const LONGEST_CLOSING_MS = 90_000
