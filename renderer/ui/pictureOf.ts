/** So many dots for a pixel: sharp in a slide, and on a screen of any make. */
const SCALE = 2
const MARGIN_PX = 16
/**
 * What of a style is drawn. All of the four hundred properties would make a picture of a table megabytes large, and the
 * window stand still for seconds.
 */
const DRAWN = `
  display position visibility opacity box-sizing width height min-width min-height max-width max-height
  top right bottom left z-index float margin-top padding-top border-top-width border-top-style
  border-top-color margin-right padding-right border-right-width border-right-style border-right-color
  margin-bottom padding-bottom border-bottom-width border-bottom-style border-bottom-color margin-left
  padding-left border-left-width border-left-style border-left-color border-top-left-radius
  border-top-right-radius border-bottom-left-radius border-bottom-right-radius border-collapse
  border-spacing outline-width outline-style outline-color outline-offset background-color
  background-image background-size background-position background-repeat color font-family font-size
  font-weight font-style font-variant-numeric line-height letter-spacing text-align text-transform
  text-decoration-line text-indent text-overflow white-space word-break overflow-wrap vertical-align
  direction unicode-bidi list-style-type table-layout flex-grow flex-shrink flex-basis flex-direction
  flex-wrap order align-items align-self align-content justify-content justify-items justify-self row-gap
  column-gap grid-template-columns grid-template-rows grid-column-start grid-column-end grid-row-start
  grid-row-end transform transform-origin fill fill-opacity stroke stroke-width stroke-dasharray
  stroke-linecap stroke-linejoin stroke-opacity text-anchor dominant-baseline
`
  .trim()
  .split(/\s+/)
/** Whatever carries this attribute is for the hand and not for the picture. */
export const NOT_IN_PICTURE = 'data-not-in-picture'

/**
 * A part of the page as a PNG, as it looks at this moment: theme, direction and language are the page's. `lines` stand
 * below it in small letters. Controls marked with `NOT_IN_PICTURE` and what only screen readers hear are left out. Fonts
 * of the page are not known inside a picture; the system's take their place. Rejects where the browser can't draw it.
 */
export async function pictureOf(element: HTMLElement, lines: readonly string[]): Promise<Blob> {
  const style = getComputedStyle(document.body)
  const clone = copyOf(element)
  const width = Math.ceil(Math.max(element.scrollWidth, element.getBoundingClientRect().width))
  const page = document.createElement('div')
  page.setAttribute('dir', getComputedStyle(element).direction)
  page.style.cssText = `box-sizing:border-box;inline-size:${width + 2 * MARGIN_PX}px;padding:${MARGIN_PX}px;background:${style.backgroundColor};color:${style.color};font:${style.font}`
  page.append(clone)
  for (const line of lines) {
    const words = document.createElement('p')
    words.style.cssText = 'margin:6px 0 0;font-size:11px;opacity:.85'
    words.textContent = line
    page.append(words)
  }
  // Measured where nobody sees it: without its buttons the part is lower than on the page.
  page.style.position = 'fixed'
  page.style.insetInlineStart = '-99999px'
  document.body.append(page)
  const height = Math.ceil(page.getBoundingClientRect().height)
  page.remove()
  page.style.position = 'static'
  return draw(page, width + 2 * MARGIN_PX, height)
}

async function draw(page: HTMLElement, width: number, height: number): Promise<Blob> {
  const html = new XMLSerializer().serializeToString(page)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="100%" height="100%">${html}</foreignObject></svg>`
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = height * SCALE
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas to draw on')
  pen.scale(SCALE, SCALE)
  pen.drawImage(image, 0, 0, width, height)
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('nothing was drawn')) : resolve(blob)),
      'image/png',
    ),
  )
}

/** A copy that looks alike wherever it stands: every element carries its own computed style. */
function copyOf(source: Element): Element {
  const copy = source.cloneNode(false) as Element
  copy.removeAttribute('class')
  copy.removeAttribute('id')
  const style = getComputedStyle(source)
  if ('style' in copy) writeStyle(copy as HTMLElement, style)
  // Words are as wide as the picture's own font makes them: held to the page's width they would break anew.
  if (source instanceof HTMLElement && isWords(source)) (copy as HTMLElement).style.width = 'auto'
  const before = pseudoOf(source, '::before')
  if (before !== undefined) copy.append(before)
  for (const child of source.childNodes) {
    if (child instanceof HTMLCanvasElement) copy.append(pictureOfCanvas(child))
    else if (child instanceof Element) {
      if (!isLeftOut(child)) copy.append(copyOf(child))
    } else if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode())
  }
  const after = pseudoOf(source, '::after')
  if (after !== undefined) copy.append(after)
  return copy
}

function isWords({ tagName, childElementCount, textContent }: HTMLElement): boolean {
  return ['H2', 'H3', 'SPAN', 'B', 'BDI'].includes(tagName) && childElementCount === 0 && textContent !== ''
}

function isLeftOut(element: Element): boolean {
  return (
    element.hasAttribute(NOT_IN_PICTURE) ||
    element.classList.contains('visually-hidden') ||
    getComputedStyle(element).display === 'none'
  )
}

function writeStyle(copy: HTMLElement, style: CSSStyleDeclaration): void {
  for (const name of DRAWN) copy.style.setProperty(name, style.getPropertyValue(name))
  // What scrolls on the page is whole in the picture, and nothing moves in it.
  copy.style.overflow = 'visible'
  copy.style.animation = 'none'
  copy.style.transition = 'none'
}

/** What a style sheet draws before or behind an element: no copy of the element would have it. */
function pseudoOf(source: Element, place: '::before' | '::after'): HTMLElement | undefined {
  const style = getComputedStyle(source, place)
  if (!(source instanceof HTMLElement) || style.content === 'none' || style.content === 'normal')
    return undefined
  const drawn = document.createElement('span')
  writeStyle(drawn, style)
  return drawn
}

function pictureOfCanvas(canvas: HTMLCanvasElement): HTMLImageElement {
  const image = document.createElement('img')
  image.src = canvas.toDataURL()
  writeStyle(image, getComputedStyle(canvas))
  return image
}
