import { err, ok, type Result } from '#shared/result'
import { type FsPort, fsFailure } from './fsPort'

/** Whatever a job writes, this much stays free on its disk, so that saving goes on beside it. */
const SPARE_BYTES = 2 * 1024 * 1024

/**
 * Whether a job that writes about `neededBytes` to `folder` should begin. Asked before anything is written: a disk that
 * fills up half-way is found by the writer as well, after minutes. Errors: `<room>.diskFull` with `freeBytes` and
 * `neededBytes`, or what the disk answered.
 */
export async function checkRoom(
  fs: FsPort,
  room: string,
  folder: string,
  neededBytes: number,
): Promise<Result<null>> {
  try {
    const freeBytes = await fs.freeBytes(folder)
    if (freeBytes >= neededBytes + SPARE_BYTES) return ok(null)
    return err(`${room}.diskFull`, { freeBytes, neededBytes })
  } catch (error) {
    return fsFailure(room, error)
  }
}
