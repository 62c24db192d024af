import path from 'node:path'
import { numberedName } from './fileName'
import type { FsPort } from './fsPort'

/** Nobody writes so many files of one name; a folder that seems to have them is not searched for ever. */
const MOST_OF_A_NAME = 1_000

/**
 * The first of `name.ending`, `name (2).ending`, ... that is not taken in the folder, to be proposed to a person. In a
 * folder that can't be looked into the plain name: the save dialog and the writing have the last word.
 */
export async function freeFileName(
  fs: Pick<FsPort, 'stat'>,
  folder: string,
  name: string,
  ending: string,
): Promise<string> {
  const plain = numberedName(name, 1, ending)
  try {
    for (let number = 1; number <= MOST_OF_A_NAME; number += 1) {
      const fileName = numberedName(name, number, ending)
      if ((await fs.stat(path.join(folder, fileName))) === null) return fileName
    }
  } catch {
    return plain
  }
  return plain
}
