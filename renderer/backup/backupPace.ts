/** For so long the pace of a backup tells nothing: one slow page would be taken for all of them. */
const FIRST_PACE_MS = 3_000
/** History is written behind the records, and all of it read back: so much longer than reading the records. */
const WHOLE_OF_RECORDS = 1.5

/** How fast a backup goes: told from how much of the records was read since it began. */
export class BackupPace {
  private begunAt: number | undefined

  constructor(
    /** Milliseconds that only go forward. */
    private readonly clock: () => number,
    /** When the person will be gone, by the same clock. */
    private readonly leavesAt: () => number,
  ) {}

  /** The first page is asked for. */
  begin(): void {
    this.begunAt = this.clock()
  }

  /** Whether a backup that has read so much of the records, 0 to 1, will be done before the person is gone. */
  isInTime(share: number): boolean {
    const now = this.clock()
    const { begunAt = now } = this
    if (now - begunAt < FIRST_PACE_MS || share === 0) return true
    return begunAt + ((now - begunAt) / share) * WHOLE_OF_RECORDS <= this.leavesAt()
  }
}
