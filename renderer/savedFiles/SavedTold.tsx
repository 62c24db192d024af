import { SavedFileWords } from './SavedFileWords'
import { ShowInFolder } from './ShowInFolder'

/** What became of saving something: words, and the file where there is one. */
export interface Told {
  readonly words: string
  readonly file?: string
}

/** Tells what became of it to a screen reader as well, and beside the words of a file the way to where it lies. */
export function SavedTold({ told, className }: { told: Told | undefined; className: string | undefined }) {
  return (
    <>
      <p role="status" className={className}>
        {told?.file === undefined ? (
          told?.words
        ) : (
          <SavedFileWords fileName={told.file}>{told.words}</SavedFileWords>
        )}
      </p>
      {told?.file !== undefined && <ShowInFolder name={told.file} />}
    </>
  )
}
