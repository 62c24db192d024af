import { Fragment } from 'react'
import { comma } from './signs'
import { useText } from './text'

/** Names side by side, each in its own direction; the commas belong to the sentence around them. */
export function Joined({ parts }: { parts: readonly (string | undefined)[] }) {
  const text = useText()
  const present = parts.filter((part) => part !== undefined && part !== '')
  return present.map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two of them may have one name, and they have no other identity
    <Fragment key={place}>
      {place > 0 && comma(text)}
      <bdi>{part}</bdi>
    </Fragment>
  ))
}
