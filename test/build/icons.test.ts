import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { encodeIcns, encodeIco } from '../../build/iconFiles'
import { ROOT } from './packagerConfig'

const FOLDER = path.join(ROOT, 'build/icons')
const images = [16, 24, 32, 48, 64, 128, 256, 512, 1024].map((size) => ({
  size,
  png: new Uint8Array(readFileSync(path.join(FOLDER, `${size}x${size}.png`))),
}))

test('every picture has the size that its name says, and is see-through at the corners', () => {
  for (const { size, png } of images) {
    const view = Buffer.from(png)
    // Width, height and colour type of the header chunk; 6 is RGB with alpha.
    expect([view.readUInt32BE(16), view.readUInt32BE(20), view.readUInt8(25)]).toEqual([size, size, 6])
  }
})

test('the icon files are made of exactly these pictures', () => {
  const bytesOf = (name: string) => new Uint8Array(readFileSync(path.join(FOLDER, name)))
  const ico = encodeIco(images.filter(({ size }) => size <= 256))
  expect(Buffer.compare(ico, bytesOf('icon.ico'))).toBe(0)
  expect(Buffer.compare(encodeIcns(images), bytesOf('icon.icns'))).toBe(0)
})

test('a Windows icon names its pictures by size and place', () => {
  const [small, large] = [
    { size: 16, png: Uint8Array.of(1, 2) },
    { size: 256, png: Uint8Array.of(3) },
  ]
  expect([...encodeIco([small, large])]).toEqual([
    ...[0, 0, 1, 0, 2, 0],
    ...[16, 16, 0, 0, 1, 0, 32, 0, 2, 0, 0, 0, 38, 0, 0, 0],
    ...[0, 0, 0, 0, 1, 0, 32, 0, 1, 0, 0, 0, 40, 0, 0, 0],
    ...[1, 2, 3],
  ])
})

test('a Mac icon is a list of typed blocks with their lengths', () => {
  const text = (value: string) => [...Buffer.from(value, 'latin1')]
  expect([
    ...encodeIcns([
      { size: 128, png: Uint8Array.of(7) },
      { size: 48, png: Uint8Array.of(8) },
    ]),
  ]).toEqual([...[...text('icns'), 0, 0, 0, 17], ...[...text('ic07'), 0, 0, 0, 9, 7]])
})
