import { isMessageKey, type MessageKey } from '#shared/i18n/catalogues'
import type { MessageValues } from '#shared/i18n/translator'
import { valuesOf } from '../i18n/messageValues'

type Params = Readonly<Record<string, string | number | boolean>> | undefined

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
