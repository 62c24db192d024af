/** The newest copy that stands in the second place, as it was last seen there. */
export interface SecondCopy {
  /** When the backup that it is a copy of had been taken; epoch ms. */
  readonly createdAt: number
}

/**
 * The place outside of this computer's own folder to which every verified backup is copied. The folder's own name only:
 * no path crosses the bridge.
 */
export interface SecondPlace {
  readonly folderName: string
  readonly isCopying: boolean
  /**
   * Why the last look did not end well, undefined when it did: `backup.placeAbsent` for a place that is not connected,
   * else what the disk answered.
   */
  readonly problem?: string | undefined
  /** Undefined until a copy stood there. */
  readonly newest?: SecondCopy | undefined
  /** The newest backup of this computer stands there, too. */
  readonly isUpToDate: boolean
  /** The copies there open with a passphrase alone. */
  readonly isSealed: boolean
  /** Without a passphrase of their own: they are sealed with the notebook's lock. */
  readonly isUnderLock?: boolean | undefined
}
