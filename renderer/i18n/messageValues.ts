type Params = Readonly<Record<string, string | number | boolean>> | undefined

/** Parameters of a code as a message takes them. */
export function valuesOf(params: Params): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([key, value]) => [
      key,
      typeof value === 'boolean' ? String(value) : value,
    ]),
  )
}
