import { createContext, useContext, useEffect } from 'react'

/** How tall the rows of long lists are drawn. */
interface RowScale {
  /** More rows in sight, less room around each. */
  readonly isCompact: boolean
  /** Booth mode: room for its larger type, `--row-scale` of the tokens. */
  readonly isLarge: boolean
}

/** As large as type is in booth mode; the same number as `--row-scale` there. */
const LARGE = 1.2

export const RowScaleContext = createContext<RowScale>({ isCompact: false, isLarge: false })

/** The height of a row in CSS pixels as the person has chosen it, of what it is comfortably and compactly. */
export function useRowHeight(comfortablePx: number, compactPx: number): number {
  const { isCompact, isLarge } = useContext(RowScaleContext)
  return Math.round((isCompact ? compactPx : comfortablePx) * (isLarge ? LARGE : 1))
}

/** Lets a virtual list measure its rows anew when the person chooses others. */
export function useMeasuredAnew(rows: { readonly measure: () => void }, rowHeight: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height is what makes the old measures wrong
  useEffect(() => rows.measure(), [rows, rowHeight])
}
