import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/*
 * A sealed piece: 1 (the format) | nonce 12, random | AES-256-GCM ciphertext | tag 16. What it is bound to, such as the
 * name it is kept under, is its associated data: taken to another place it does not open.
 */

/** Seals pieces of one kind with a key of their own. */
export interface Seal {
  /** The sealed piece; another one each time. */
  seal(plain: Uint8Array, boundTo: string): Uint8Array
  /** What was sealed for this place; undefined where it was changed, moved or sealed with another key. */
  open(sealed: Uint8Array, boundTo: string): Uint8Array | undefined
}

/** Bytes that a sealed piece has more than what is in it. */
export const SEAL_OVERHEAD_BYTES = 29
const FORMAT = 1
const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Makes the seal of a key of 32 bytes. */
export function createSeal(key: Uint8Array): Seal {
  return {
    seal: (plain, boundTo) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, key, nonce)
      cipher.setAAD(Buffer.from(boundTo))
      const sealed = Buffer.concat([
        Uint8Array.of(FORMAT),
        nonce,
        cipher.update(plain),
        cipher.final(),
        cipher.getAuthTag(),
      ])
      return new Uint8Array(sealed)
    },
    open: (sealed, boundTo) => {
      if (sealed.length < SEAL_OVERHEAD_BYTES || sealed[0] !== FORMAT) return undefined
      const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
      const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
      decipher.setAAD(Buffer.from(boundTo))
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
      try {
        const plain = decipher.update(sealed.subarray(1 + NONCE_BYTES, sealed.length - TAG_BYTES))
        return new Uint8Array(Buffer.concat([plain, decipher.final()]))
      } catch {
        return undefined
      }
    },
  }
}
