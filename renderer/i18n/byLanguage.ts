/**
 * What is made once a language and then kept: names of countries and the like take longer to make than a line of a list takes
 * to draw, and every line asks for them.
 */
export function byLanguage<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>()
  return (locale) => {
    const known = made.get(locale)
    if (known !== undefined) return known
    const one = make(locale)
    made.set(locale, one)
    return one
  }
}
