/** The fields of `T` that may be undefined become optional. */
type Stated<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** Leaves out what is not known, so that facts compare and travel between threads as plain data. */
export function stated<T extends object>(fields: T): Stated<T> {
  const known: Record<string, unknown> = {}
  // Millions of facts come through here; a list of pairs for each would take three times as long.
  for (const name in fields) if (fields[name] !== undefined) known[name] = fields[name]
  return known as Stated<T>
}
