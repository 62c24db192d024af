/** A square picture: its edge in pixels and its PNG bytes. */
export interface IconImage {
  readonly size: number
  readonly png: Uint8Array
}

const ICO_HEADER_BYTES = 6
const ICO_ENTRY_BYTES = 16

/** Windows' icon file: a directory and PNGs behind it (PNG entries are read since Windows Vista). */
export function encodeIco(images: readonly IconImage[]): Uint8Array {
  const header = Buffer.alloc(ICO_HEADER_BYTES + ICO_ENTRY_BYTES * images.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(images.length, 4)
  let offset = header.length
  for (const [index, { size, png }] of images.entries()) {
    const entry = ICO_HEADER_BYTES + ICO_ENTRY_BYTES * index
    // 256 does not fit into the byte and is written as 0.
    header.writeUInt8(size % 256, entry)
    header.writeUInt8(size % 256, entry + 1)
    header.writeUInt16LE(1, entry + 4)
    header.writeUInt16LE(32, entry + 6)
    header.writeUInt32LE(png.byteLength, entry + 8)
    header.writeUInt32LE(offset, entry + 12)
    offset += png.byteLength
  }
  return Buffer.concat([header, ...images.map(({ png }) => png)])
}

/** Apple's type codes for PNG pictures by their size; the second of a size is the doubled form of half of it. */
const ICNS_TYPES: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['icp6', 'ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
}

/** macOS's icon file. Sizes that it has no place for are left out. */
export function encodeIcns(images: readonly IconImage[]): Uint8Array {
  const blocks = images.flatMap(({ size, png }) =>
    (ICNS_TYPES[size] ?? []).map((type) => icnsBlock(type, png)),
  )
  return icnsBlock('icns', Buffer.concat(blocks))
}

/** Four letters, the length with this head included, the content. */
function icnsBlock(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.byteLength + head.length, 4)
  return Buffer.concat([head, content])
}
