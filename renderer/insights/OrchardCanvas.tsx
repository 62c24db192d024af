import { useComputedColorScheme } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef } from 'react'
import type { Tree } from '#shared/insights/orchard'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { useView } from '../view/viewState'
import { drawTree, type TreePaint } from './drawTree'
import styles from './Insights.module.css'
import {
  CELL_PX,
  GROUND_PX,
  LABEL_ROW_PX,
  LINE_PX,
  neighbourOf,
  type TreeLine,
  treeLines,
  treesPerLine,
  YEAR_PX,
} from './orchardLayout'
import { treeLabel } from './treeLabel'

/**
 * The orchard as a drawing: only the lines in sight are drawn, so that a hundred thousand trees scroll like ten. Arrow
 * keys go from tree to tree, Enter or a click opens the page.
 */
export function OrchardCanvas(props: {
  readonly trees: readonly Tree[]
  readonly place: number
  readonly onChoose: (place: number) => void
}) {
  const { trees, place, onChoose } = props
  const text = useText()
  const nameOf = useCustomerName()
  const openCustomer = useView((view) => view.openCustomer)
  const scheme = useComputedColorScheme()
  const optionId = useId()
  const { ref: sizeRef, width, height } = useElementSize()
  const scroller = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const perLine = treesPerLine(width)
  const lines = useMemo(() => treeLines(trees, perLine), [trees, perLine])
  const chosen = trees[place]

  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme changes the colours that are read from the style sheet
  useEffect(() => {
    const [board, area] = [canvas.current, scroller.current]
    if (board === null || area === null || width === 0) return
    let frame = 0
    const draw = () => {
      frame = 0
      drawLines(board, { trees, lines, place, width, height, top: area.scrollTop, nameOf })
    }
    const later = () => {
      frame ||= requestAnimationFrame(draw)
    }
    draw()
    area.addEventListener('scroll', later, { passive: true })
    // Letters of a font piece that was still being read were drawn as boxes, and nothing else would draw them again.
    document.fonts.addEventListener('loadingdone', later)
    return () => {
      area.removeEventListener('scroll', later)
      document.fonts.removeEventListener('loadingdone', later)
      cancelAnimationFrame(frame)
    }
  }, [trees, lines, place, width, height, nameOf, scheme])

  const open = (tree: Tree | undefined) => {
    if (tree !== undefined) openCustomer(tree.customerId)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') return open(chosen)
    const isMirrored = document.documentElement.dir === 'rtl'
    const ways = {
      ArrowLeft: isMirrored ? 'after' : 'before',
      ArrowRight: isMirrored ? 'before' : 'after',
      ArrowUp: 'above',
      ArrowDown: 'below',
      Home: 'first',
      End: 'last',
    } as const
    const way = Object.entries(ways).find(([key]) => key === event.key)?.[1]
    if (way === undefined) return
    event.preventDefault()
    const next = neighbourOf(lines, place, way)
    onChoose(next)
    bringIntoSight(scroller.current, lines, next)
  }
  const treeUnder = (event: MouseEvent): number | undefined => {
    const area = scroller.current
    if (area === null) return undefined
    const box = area.getBoundingClientRect()
    const isMirrored = document.documentElement.dir === 'rtl'
    const across = isMirrored ? box.left + width - event.clientX : event.clientX - box.left
    const line = lines[Math.floor((event.clientY - box.top + area.scrollTop) / LINE_PX)]
    const column = Math.floor((across - YEAR_PX) / CELL_PX)
    if (line === undefined || column < 0 || column >= line.count) return undefined
    return line.from + column
  }
  return (
    <div
      ref={scroller}
      className={styles.trees}
      role="listbox"
      tabIndex={0}
      aria-label={text('insights.treesKeys')}
      aria-activedescendant={optionId}
      onKeyDown={onKeyDown}
      onMouseMove={(event) => {
        const under = treeUnder(event)
        if (under !== undefined && under !== place) onChoose(under)
      }}
      onClick={(event) => {
        const under = treeUnder(event)
        if (under !== undefined) open(trees[under])
      }}
    >
      <div id={optionId} role="option" tabIndex={-1} aria-selected="true" className="visually-hidden">
        {chosen !== undefined &&
          text('insights.tree', {
            name: nameOf(chosen),
            warmth: Math.round(chosen.warmth),
            rings: chosen.rings,
            fruit: chosen.fruit,
          })}
      </div>
      <div ref={sizeRef} className={styles.treesView}>
        <canvas ref={canvas} />
      </div>
      <div aria-hidden="true" style={{ blockSize: Math.max(0, lines.length * LINE_PX - height) }} />
    </div>
  )
}

function bringIntoSight(area: HTMLDivElement | null, lines: readonly TreeLine[], place: number): void {
  const at = lines.findIndex((line) => place >= line.from && place < line.from + line.count)
  if (area === null || at < 0) return
  const top = at * LINE_PX
  if (top < area.scrollTop) area.scrollTop = top
  else if (top + LINE_PX > area.scrollTop + area.clientHeight)
    area.scrollTop = top + LINE_PX - area.clientHeight
}

interface Drawing {
  readonly trees: readonly Tree[]
  readonly lines: readonly TreeLine[]
  readonly place: number
  readonly width: number
  readonly height: number
  readonly top: number
  readonly nameOf: (tree: Tree) => string
}

function drawLines(board: HTMLCanvasElement, drawing: Drawing): void {
  const { trees, lines, place, width, height, top, nameOf } = drawing
  const sharp = window.devicePixelRatio
  board.width = Math.round(width * sharp)
  board.height = Math.round(height * sharp)
  board.style.inlineSize = `${width}px`
  board.style.blockSize = `${height}px`
  const pen = board.getContext('2d')
  if (pen === null) return
  pen.scale(sharp, sharp)
  const style = getComputedStyle(board)
  const paint = paintOf(style)
  const isMirrored = document.documentElement.dir === 'rtl'
  const across = (fromStart: number) => (isMirrored ? width - fromStart : fromStart)
  const first = Math.floor(top / LINE_PX)
  for (let at = first; at * LINE_PX < top + height; at += 1) {
    const line = lines[at]
    if (line === undefined) break
    const ground = at * LINE_PX - top + GROUND_PX
    pen.textAlign = isMirrored ? 'right' : 'left'
    if (line.isFirst) {
      pen.fillStyle = style.getPropertyValue('--ink')
      pen.font = `600 12.5px ${style.fontFamily}`
      pen.fillText(String(line.year), across(0), ground)
    }
    pen.textAlign = 'center'
    pen.strokeStyle = style.getPropertyValue('--line-strong')
    pen.lineWidth = 1
    pen.beginPath()
    pen.moveTo(across(YEAR_PX), ground + 0.5)
    pen.lineTo(across(YEAR_PX + line.count * CELL_PX), ground + 0.5)
    pen.stroke()
    for (let column = 0; column < line.count; column += 1) {
      const tree = trees[line.from + column]
      if (tree === undefined) continue
      const x = across(YEAR_PX + (column + 0.5) * CELL_PX)
      drawTree(pen, tree, x, ground, paint)
      const isChosen = line.from + column === place
      if (isChosen) {
        pen.fillStyle = paint.leaf
        pen.fillRect(x - CELL_PX / 2, ground, CELL_PX, 3)
      }
      pen.fillStyle = style.getPropertyValue(isChosen ? '--ink' : '--ink-2')
      pen.font = `${isChosen ? 600 : 400} 10px ${style.fontFamily}`
      const fits = (words: string) => pen.measureText(words).width <= CELL_PX - 4
      // Dots end the name, also where the page runs the other way.
      for (const [row, words] of treeLabel(nameOf(tree), fits).entries())
        pen.fillText(`\u2068${words}\u2069`, x, ground + 13 + row * LABEL_ROW_PX)
    }
  }
}

function paintOf(style: CSSStyleDeclaration): TreePaint {
  const colour = (name: string) => style.getPropertyValue(name)
  return {
    leaf: colour('--leaf'),
    leafSoft: colour('--leaf-soft'),
    amber: colour('--amber'),
    warm: colour('--warm'),
    cold: colour('--cold'),
    ink2: colour('--ink-2'),
    paper: colour('--paper'),
  }
}
