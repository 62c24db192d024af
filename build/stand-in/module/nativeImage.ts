import { readFileSync } from 'node:fs'
import { refuseUnknown } from './notImplemented'

/** As much of Electron's NativeImage as an icon or a screenshot needs: PNG in, PNG out. */
export interface NativeImage {
  toPNG(): Buffer
  toDataURL(): string
  isEmpty(): boolean
  getSize(): { width: number; height: number }
  /** Another size of the same picture: there is no screen here on which it would be chosen. */
  addRepresentation(options: object): void
}

/** @param png the bytes of a PNG file; anything else counts as empty, as in Electron */
export function createImage(png: Buffer): NativeImage {
  const isPng = png.subarray(1, 4).toString('latin1') === 'PNG'
  // Width and height stand at fixed places of the first chunk of every PNG.
  const size = isPng ? { width: png.readUInt32BE(16), height: png.readUInt32BE(20) } : { width: 0, height: 0 }
  const bytes = isPng ? png : Buffer.alloc(0)
  return refuseUnknown('nativeImage', {
    toPNG: () => bytes,
    toDataURL: () => `data:image/png;base64,${bytes.toString('base64')}`,
    isEmpty: () => !isPng,
    getSize: () => size,
    addRepresentation: (_options: object): void => undefined,
  })
}

/** The module member `nativeImage`. */
export const nativeImage = refuseUnknown('nativeImage', {
  createEmpty: (): NativeImage => createImage(Buffer.alloc(0)),
  createFromBuffer: (buffer: Buffer): NativeImage => createImage(buffer),
  createFromDataURL: (address: string): NativeImage =>
    createImage(Buffer.from(address.replace(/^data:image\/png;base64,/, ''), 'base64')),
  createFromPath(path: string): NativeImage {
    try {
      return createImage(readFileSync(path))
    } catch {
      return createImage(Buffer.alloc(0))
    }
  },
})
