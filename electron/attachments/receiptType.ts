import { imageTypeOf } from '../protocol/appProtocol'

const PDF_SIGNATURE = '%PDF-'

/** The type of a receipt by its first bytes: a raster image or a PDF. Anything else is none, whatever its name says. */
export function receiptTypeOf(bytes: Uint8Array): string | undefined {
  const begin = Buffer.from(bytes.subarray(0, PDF_SIGNATURE.length)).toString('latin1')
  return begin === PDF_SIGNATURE ? 'application/pdf' : imageTypeOf(bytes)
}
