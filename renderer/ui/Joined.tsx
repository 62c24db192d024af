import { Fragment } from 'react'

/** Names side by side, each in its own direction; the commas belong to the sentence around them. */
export function Joined({ parts }: { parts: readonly (string | undefined)[] }) {
  const present = parts.filter((part) => part !== undefined && part !== '')
  return present.map((part, place) => (
    <Fragment key={part}>
      {place > 0 && ', '}
      <bdi>{part}</bdi>
    </Fragment>
  ))
}
