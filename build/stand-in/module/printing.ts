import type { DevtoolsSession } from '../devtools'
import { createImage, type NativeImage } from './nativeImage'

/** Electron's options for printToPDF, in its units (inches). */
export interface PrintOptions {
  readonly landscape?: boolean
  readonly displayHeaderFooter?: boolean
  readonly printBackground?: boolean
  readonly scale?: number
  readonly pageSize?: string | { readonly width: number; readonly height: number }
  readonly margins?: {
    readonly top?: number
    readonly bottom?: number
    readonly left?: number
    readonly right?: number
  }
  readonly pageRanges?: string
  readonly headerTemplate?: string
  readonly footerTemplate?: string
  readonly preferCSSPageSize?: boolean
  readonly generateTaggedPDF?: boolean
  readonly generateDocumentOutline?: boolean
}

/** Paper sizes by name, width and height in inches. */
const PAPER: Readonly<Record<string, readonly [number, number]>> = {
  a0: [33.1, 46.8],
  a1: [23.4, 33.1],
  a2: [16.54, 23.4],
  a3: [11.7, 16.54],
  a4: [8.27, 11.7],
  a5: [5.83, 8.27],
  a6: [4.13, 5.83],
  legal: [8.5, 14],
  letter: [8.5, 11],
  tabloid: [11, 17],
  ledger: [17, 11],
}

/** The page as a PDF. Throws on an unknown paper size, as Electron does. */
export async function printToPdf(session: DevtoolsSession, options: PrintOptions): Promise<Buffer> {
  const { pageSize = 'Letter', margins = {}, ...same } = options
  const size =
    typeof pageSize === 'string' ? PAPER[pageSize.toLowerCase()] : [pageSize.width, pageSize.height]
  if (!size) throw new Error(`Invalid pageSize ${String(pageSize)}`)
  const margin = (side: 'Top' | 'Bottom' | 'Left' | 'Right'): object => {
    const value = margins[side.toLowerCase() as 'top']
    return value === undefined ? {} : { [`margin${side}`]: value }
  }
  const { data } = await session.send<{ data: string }>('Page.printToPDF', {
    ...same,
    paperWidth: size[0],
    paperHeight: size[1],
    ...margin('Top'),
    ...margin('Bottom'),
    ...margin('Left'),
    ...margin('Right'),
  })
  return Buffer.from(data, 'base64')
}

/** What the page shows now, or a part of it in page coordinates. */
export async function capture(session: DevtoolsSession, part?: Rectangle): Promise<NativeImage> {
  const clip = part ? { clip: { ...part, scale: 1 } } : {}
  const { data } = await session.send<{ data: string }>('Page.captureScreenshot', { format: 'png', ...clip })
  return createImage(Buffer.from(data, 'base64'))
}

/** Electron's Rectangle, in device-independent pixels. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
