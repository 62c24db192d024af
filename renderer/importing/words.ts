import { isMessageKey, type MessageKey } from '#shared/i18n/catalogues'
import type { MessageValues } from '#shared/i18n/translator'

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

/** The sentence of a code that comes from reading; the code itself where this build has none. */
export function codeText(
  text: (key: MessageKey, values?: MessageValues) => string,
  code: string,
  params?: Params,
): string {
  if (!isMessageKey(code)) return code
  // Every message of a warning may count; those that count rows have their own number.
  return text(code, { count: 1, rows: 0, ...valuesOf(params) })
}
