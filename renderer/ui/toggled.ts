/** The list with an item in it, or without it where it is in it already; `isIn` says which of the two is wanted. */
export function toggled<T>(list: readonly T[], item: T, isIn = !list.includes(item)): T[] {
  const others = list.filter((other) => other !== item)
  return isIn ? [...others, item] : others
}
