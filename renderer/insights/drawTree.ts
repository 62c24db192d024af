import type { Tree } from '#shared/insights/orchard'

/** The colours of the present theme. */
export interface TreePaint {
  readonly leaf: string
  readonly leafSoft: string
  readonly amber: string
  readonly warm: string
  readonly cold: string
  readonly ink2: string
  readonly paper: string
}

/** So old a tree is full-grown. */
const GROWN_YEARS = 8
const LEAST_RADIUS = 10
const MOST_RADIUS = 19
const LOBES = 8
/** More rings than this no eye tells apart. */
const MOST_RINGS = 9
const MOST_FRUIT = 6

/** Draws one tree standing on (x, ground): canopy by warmth, a ring a year, fruit, and a graft. */
export function drawTree(
  pen: CanvasRenderingContext2D,
  tree: Pick<Tree, 'rings' | 'form' | 'fruit' | 'isGraft'>,
  x: number,
  ground: number,
  paint: TreePaint,
): void {
  const grown = Math.min(tree.rings, GROWN_YEARS) / GROWN_YEARS
  const radius = LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * grown
  const middle = ground - radius - 10
  pen.lineCap = 'round'
  drawTrunk(pen, x, ground, middle, paint, tree.form === 'warm' || tree.form === 'steady' ? 0 : radius)
  if (tree.form === 'warm' || tree.form === 'steady') drawCanopy(pen, tree, x, middle, radius, paint)
  else if (tree.form === 'cooling') drawLeaves(pen, x, middle, radius, paint)
  drawFruit(pen, tree.fruit, x, middle, radius, paint)
  if (tree.isGraft) drawGraft(pen, x, ground, paint)
}

function drawTrunk(
  pen: CanvasRenderingContext2D,
  x: number,
  ground: number,
  middle: number,
  paint: TreePaint,
  branches: number,
): void {
  pen.strokeStyle = paint.ink2
  pen.lineWidth = 2.2
  stroke(pen, x, ground, x, middle)
  if (branches === 0) return
  pen.lineWidth = 1.2
  for (const [dx, dy] of [
    [-0.7, -0.5],
    [0.7, -0.5],
    [-0.35, -0.95],
    [0.35, -0.95],
    [0, -1],
  ] as const)
    stroke(pen, x, middle + branches * 0.3, x + dx * branches, middle + dy * branches)
}

function drawCanopy(
  pen: CanvasRenderingContext2D,
  tree: Pick<Tree, 'rings' | 'form'>,
  x: number,
  middle: number,
  radius: number,
  paint: TreePaint,
): void {
  const lobe = radius * 0.36
  const crown = () => {
    pen.beginPath()
    for (let place = 0; place < LOBES; place += 1) {
      const angle = (2 * Math.PI * place) / LOBES
      const [cx, cy] = [x + Math.cos(angle) * radius * 0.72, middle + Math.sin(angle) * radius * 0.72]
      pen.moveTo(cx + lobe, cy)
      pen.arc(cx, cy, lobe, 0, 2 * Math.PI)
    }
    pen.moveTo(x + radius * 0.8, middle)
    pen.arc(x, middle, radius * 0.8, 0, 2 * Math.PI)
  }
  const isWarm = tree.form === 'warm'
  if (!isWarm) {
    // An outline around all lobes: drawn thick below, filled above.
    crown()
    pen.strokeStyle = paint.leaf
    pen.lineWidth = 2
    pen.stroke()
  }
  crown()
  pen.fillStyle = isWarm ? paint.leaf : paint.leafSoft
  pen.fill()
  pen.strokeStyle = isWarm ? paint.paper : paint.leaf
  pen.lineWidth = 1
  const rings = Math.min(tree.rings, MOST_RINGS)
  for (let ring = 1; ring <= rings; ring += 1) {
    pen.beginPath()
    pen.arc(x, middle, (radius * 0.85 * ring) / (rings + 0.4), 0, 2 * Math.PI)
    pen.stroke()
  }
}

function drawLeaves(
  pen: CanvasRenderingContext2D,
  x: number,
  middle: number,
  radius: number,
  paint: TreePaint,
): void {
  pen.fillStyle = paint.amber
  for (let place = 0; place < 13; place += 1) {
    // The golden angle spreads leaves without a pattern, the same ones every time.
    const angle = place * 2.39996
    const far = radius * Math.sqrt((place + 0.5) / 13)
    dot(pen, x + Math.cos(angle) * far, middle - 2 + Math.sin(angle) * far, 1.5)
  }
}

function drawFruit(
  pen: CanvasRenderingContext2D,
  fruit: number,
  x: number,
  middle: number,
  radius: number,
  paint: TreePaint,
): void {
  const shown = Math.min(fruit, MOST_FRUIT)
  for (let place = 0; place < shown; place += 1) {
    const angle = Math.PI * (0.5 + ((place - (shown - 1) / 2) * 0.9) / MOST_FRUIT)
    const [cx, cy] = [x + Math.cos(angle) * radius * 0.85, middle + Math.sin(angle) * radius * 0.85]
    pen.fillStyle = paint.paper
    dot(pen, cx, cy, 3.6)
    pen.fillStyle = paint.warm
    dot(pen, cx, cy, 2.8)
  }
}

function drawGraft(pen: CanvasRenderingContext2D, x: number, ground: number, paint: TreePaint): void {
  pen.strokeStyle = paint.cold
  pen.lineWidth = 1.8
  stroke(pen, x, ground - 4, x + 6, ground - 8)
  pen.fillStyle = paint.cold
  pen.beginPath()
  pen.ellipse(x + 9, ground - 10, 4.2, 2.2, -0.6, 0, 2 * Math.PI)
  pen.fill()
}

function stroke(pen: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  pen.beginPath()
  pen.moveTo(x1, y1)
  pen.lineTo(x2, y2)
  pen.stroke()
}

function dot(pen: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  pen.beginPath()
  pen.arc(x, y, radius, 0, 2 * Math.PI)
  pen.fill()
}
