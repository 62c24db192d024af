import ICAL from 'ical.js'

/** RFC 5545 and 6350 allow 75 bytes a line; ical.js does not count the blank with which a continued line begins. */
const FOLD_BYTES = 74

/** Makes ical.js fold as the formats want it, once for the process. */
export function setFolding(): void {
  ICAL.foldLength = FOLD_BYTES
}
