/**
 * The words by which somebody who was erased is known again. Of them the notebook keeps keyed hashes alone (`erasures`),
 * so an erasure and an import must spell them alike to the letter: both ask here.
 */

/** An address. Phones of every kind are one number, and an e-mail address is one however it is capitalised. */
export function handleTrace(kind: string, value: string): string {
  if (kind === 'email') return `email:${value.toLowerCase()}`
  return `${kind === 'whatsapp' ? 'phone' : kind}:${value}`
}

/** The id that another system, or a row of a file, gave. */
export function externalTrace(scheme: string, value: string): string {
  return `ext:${scheme}:${value}`
}

/** The id of our own record. */
export function idTrace(id: string): string {
  return `id:${id}`
}
