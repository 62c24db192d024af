import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { BACKUP_SUFFIX, LINK_SCHEME } from '#shared/identity'
import { type LinkTarget, readLink } from '#shared/links/deepLink'
import { IMPORT_ENDINGS } from '../import/importEndings'

/** What a start of the program, or a word of the system, asks to be opened. */
export interface OpenedWith {
  readonly links: readonly LinkTarget[]
  /** Absolute paths of files to take in. */
  readonly files: readonly string[]
  /** Absolute paths of backups. */
  readonly backups: readonly string[]
  /** How many links were of no known shape. */
  readonly refused: number
}

/**
 * Reads the arguments of a start, its own path first; `folder` is the working folder that relative paths begin from.
 * Whatever is neither a link of ours nor a file with a known ending is somebody else's argument and passed over.
 */
export function openedWith(argv: readonly string[], folder: string): OpenedWith {
  const given = argv.slice(1).filter((argument) => !argument.startsWith('-'))
  const isLink = (argument: string) => argument.toLowerCase().startsWith(`${LINK_SCHEME}:`)
  const read = given.filter(isLink).map(readLink)
  const links = read.filter((link) => link !== undefined)
  const paths = given.filter((argument) => !isLink(argument)).flatMap((argument) => pathOf(argument, folder))
  return {
    links,
    files: paths.filter((file) => IMPORT_ENDINGS.includes(endingOf(file))),
    backups: paths.filter((file) => endingOf(file) === BACKUP_SUFFIX.slice(1)),
    refused: read.length - links.length,
  }
}

function endingOf(file: string): string {
  return path.extname(file).slice(1).toLowerCase()
}

/** Linux's starters hand files over as addresses. */
function pathOf(argument: string, folder: string): string[] {
  if (!argument.toLowerCase().startsWith('file:')) return [path.resolve(folder, argument)]
  try {
    return [fileURLToPath(argument)]
  } catch {
    return []
  }
}
