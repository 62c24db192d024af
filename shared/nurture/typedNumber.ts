/** A typed whole number within limits, signs and full-width digits included; undefined for anything else. */
export function wholeIn(
  typed: string,
  { min, max }: { readonly min: number; readonly max: number },
): number | undefined {
  const plain = typed.normalize('NFKC').replace('\u2212', '-').trim()
  if (!/^[+-]?\d{1,6}$/.test(plain)) return undefined
  const value = Number(plain)
  return value >= min && value <= max ? value : undefined
}
