import path from 'node:path'
import * as z from 'zod'
import { err, ok, type Result } from '#shared/result'
import { durableWrite, readWhole } from '../files/durableWrite'
import { type FsPort, fsFailure } from '../files/fsPort'

/** Which notebook this is, and which device writes in it. Made once, never changed. */
export interface NotebookIdentity {
  readonly notebookId: string
  readonly deviceId: string
}

const FILE_NAME = 'identity.json'
const identitySchema = z.strictObject({ notebookId: z.uuid(), deviceId: z.uuid() })

/** Reads the identity, or makes one for a new notebook. Errors: `identity.damaged`, `identity.diskFull` ... */
export async function readOrMakeIdentity(
  fs: FsPort,
  folder: string,
  newId: () => string,
): Promise<Result<NotebookIdentity>> {
  try {
    if ((await fs.stat(path.join(folder, FILE_NAME))) === null) return await makeIdentity(fs, folder, newId)
    return parse((await readWhole(fs, path.join(folder, FILE_NAME))).toString('utf8'))
  } catch (error) {
    return fsFailure('identity', error)
  }
}

async function makeIdentity(
  fs: FsPort,
  folder: string,
  newId: () => string,
): Promise<Result<NotebookIdentity>> {
  const identity = { notebookId: newId(), deviceId: newId() }
  const written = await durableWrite(fs, folder, FILE_NAME, Buffer.from(JSON.stringify(identity)))
  return written.ok ? ok(identity) : written
}

function parse(text: string): Result<NotebookIdentity> {
  try {
    const parsed = identitySchema.safeParse(JSON.parse(text))
    return parsed.success ? ok(parsed.data) : err('identity.damaged')
  } catch {
    return err('identity.damaged')
  }
}
