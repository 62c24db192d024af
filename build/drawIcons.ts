import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { encodeIcns, encodeIco, type IconImage } from './iconFiles'
import { ROOT } from './project'
import { provideChromium } from './stand-in/provideChromium'

const FOLDER = path.join(ROOT, 'build/icons')
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
/** Up to here rings and lines would blur: these sizes have a drawing of their own. */
const SMALL_UP_TO = 32
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]

/** `npm run icons`: renders the drawings to the sizes and files that the three systems want. The results are committed. */
async function drawIcons(): Promise<void> {
  const executablePath = await provideChromium({ log: (line) => process.stderr.write(`${line}\n`) })
  const browser = await chromium.launch({ executablePath })
  const page = await browser.newPage({ deviceScaleFactor: 1 })
  const images: IconImage[] = []
  for (const size of SIZES) {
    const drawing = readFileSync(
      path.join(FOLDER, size <= SMALL_UP_TO ? 'icon-small.svg' : 'icon.svg'),
      'utf8',
    )
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
    )
    const png = await page.screenshot({ omitBackground: true })
    images.push({ size, png })
    writeFileSync(path.join(FOLDER, `${size}x${size}.png`), png)
  }
  await browser.close()
  writeFileSync(
    path.join(FOLDER, 'icon.ico'),
    encodeIco(images.filter(({ size }) => ICO_SIZES.includes(size))),
  )
  writeFileSync(path.join(FOLDER, 'icon.icns'), encodeIcns(images))
}

await drawIcons()
