import { chacha20poly1305 } from '@noble/ciphers/chacha.js'

/*
 * A sealed body: nonce 12, random | ChaCha20-Poly1305 ciphertext (RFC 8439, 2.8) | tag 16. Associated data is the table
 * and the key of the row, so that a body put into another row does not open. A cipher that answers at once, which the
 * browser's own (WebCrypto) never does: IndexedDB ends a transaction in which anything else is waited for.
 */

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Seals what a row says, and opens it again. */
export interface RowSeal {
  seal(value: unknown, boundTo: string): Uint8Array
  /** Throws `SealedRowError` where the bytes are not what was sealed for this row. */
  open(sealed: Uint8Array, boundTo: string): unknown
  /** The same for bytes as they are. */
  sealBytes(bytes: Uint8Array, boundTo: string): Uint8Array
  /** As `open`. */
  openBytes(sealed: Uint8Array, boundTo: string): Uint8Array
}

/** A row that was changed outside of Orchard, or sealed with another key: the index is damaged. */
export class SealedRowError extends Error {
  override readonly name = 'SealedRowError'
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/** Makes the seal of a key of 32 bytes. Values are what JSON can hold. */
export function createRowSeal(key: Uint8Array): RowSeal {
  const own = Uint8Array.from(key)
  const sealBytes = (plain: Uint8Array, boundTo: string) => {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
    const cipher = chacha20poly1305(own, nonce, encoder.encode(boundTo))
    const sealed = cipher.encrypt(plain)
    const bytes = new Uint8Array(NONCE_BYTES + sealed.length)
    bytes.set(nonce)
    bytes.set(sealed, NONCE_BYTES)
    return bytes
  }
  const openBytes = (bytes: Uint8Array, boundTo: string) => {
    if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new SealedRowError('short')
    const cipher = chacha20poly1305(own, bytes.slice(0, NONCE_BYTES), encoder.encode(boundTo))
    try {
      return cipher.decrypt(bytes.slice(NONCE_BYTES))
    } catch {
      throw new SealedRowError('tag')
    }
  }
  return {
    sealBytes,
    openBytes,
    seal: (value, boundTo) => sealBytes(encoder.encode(JSON.stringify(value)), boundTo),
    open: (bytes, boundTo) => JSON.parse(decoder.decode(openBytes(bytes, boundTo))),
  }
}
