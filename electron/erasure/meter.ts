import type { ErasureProgress } from '#shared/erasing/request'

/** Counts the lines of backups that an erasure reads and writes, and tells the parts of a hundred as they come. */
export interface ErasureMeter {
  /** A stage begins anew, with so many lines before it. */
  begin(stage: ErasureProgress['stage'], total: number): void
  add(lines: number): void
}

/** Makes a meter; without anybody to tell it counts for nobody. */
export function createErasureMeter(
  onProgress: (progress: ErasureProgress) => void = () => undefined,
): ErasureMeter {
  let stage: ErasureProgress['stage'] = 'reading'
  let [done, total, told] = [0, 0, 0]
  const tell = () => {
    told = Math.floor((100 * done) / Math.max(1, total))
    onProgress({ stage, done, total })
  }
  return {
    begin: (next, lines) => {
      stage = next
      done = 0
      total = lines
      tell()
    },
    add: (lines) => {
      // A backup that was taken with lines written twice may have more of them than its end says.
      done = Math.min(total, done + lines)
      if (Math.floor((100 * done) / Math.max(1, total)) > told) tell()
    },
  }
}
