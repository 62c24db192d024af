import os from 'node:os'

/** The middle value; of two middles the lower, so that it is a value that was measured. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}

/** The value that `share` of all values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(Math.ceil(sorted.length * share), sorted.length) - 1] ?? Number.NaN
}

/** One ratio of the table: what was measured against what, and how steady the control was. */
export interface Ratio {
  readonly name: string
  readonly unit: 'ms'
  /** Medians over the rounds. */
  readonly measured: number
  readonly control: number
  readonly ratio: number
  /** Largest over smallest control: above 1.5 the machine was too restless to believe the ratio. */
  readonly controlSpread: number
  readonly rounds: number
  readonly note?: string
}

/** A control that varies more than this rejects its ratio. */
export const MAX_CONTROL_SPREAD = 1.5

/** Puts interleaved rounds of a case and its control into one ratio. */
export function ratioOf(
  name: string,
  rounds: readonly { readonly measured: number; readonly control: number }[],
  note?: string,
): Ratio {
  const controls = rounds.map((round) => round.control)
  const measured = median(rounds.map((round) => round.measured))
  const control = median(controls)
  return {
    name,
    unit: 'ms',
    measured,
    control,
    ratio: measured / control,
    controlSpread: Math.max(...controls) / Math.min(...controls),
    rounds: rounds.length,
    ...(note === undefined ? {} : { note }),
  }
}

/** What the machine was doing meanwhile. */
export function machineState(): { readonly cores: number; readonly loadAverage: readonly number[] } {
  return { cores: os.cpus().length, loadAverage: os.loadavg().map((load) => Math.round(load * 100) / 100) }
}

/** The ratios as a table for people. */
export function asTable(ratios: readonly Ratio[]): string {
  const rows = ratios.map((ratio) => [
    ratio.name,
    ratio.measured.toFixed(2),
    ratio.control.toFixed(2),
    `${ratio.ratio.toFixed(2)}x`,
    `${ratio.controlSpread.toFixed(2)}x${ratio.controlSpread > MAX_CONTROL_SPREAD ? ' rejected' : ''}`,
    String(ratio.rounds),
  ])
  const head = ['case', 'ms', 'control ms', 'ratio', 'control spread', 'rounds']
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  return [line(head), ...rows.map(line)].join('\n')
}
