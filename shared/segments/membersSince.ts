/** Who came into a segment and who left it since its members were written down, in the order of their lists. */
export function membersSince(
  before: readonly string[],
  now: readonly string[],
): { readonly entered: readonly string[]; readonly left: readonly string[] } {
  const was = new Set(before)
  const is = new Set(now)
  return { entered: now.filter((id) => !was.has(id)), left: before.filter((id) => !is.has(id)) }
}
