import { createContext, type ReactNode, useContext } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import { catalogueOf, isMessageKey, type MessageKey } from '#shared/i18n/catalogues'
import { withHebrewPrefixes } from '#shared/i18n/hebrewPrefixes'
import { directionOf, type LanguageChoice } from '#shared/i18n/languages'
import { formattingLocale, type MessageValues } from '#shared/i18n/translator'
import { isolated, keptApart } from './keptApart'

const Direction = createContext<'ltr' | 'rtl'>('ltr')

/** Gives the messages and formats of one interface language to everything inside. */
export function TextProvider({ language, children }: { language: LanguageChoice; children: ReactNode }) {
  return (
    <Direction.Provider value={directionOf(language)}>
      <IntlProvider locale={formattingLocale(language)} messages={catalogueOf(language)} onError={rethrow}>
        {children}
      </IntlProvider>
    </Direction.Provider>
  )
}

/** The words of the interface: `text('shell.today')`. A key that does not exist does not compile. */
export function useText(): (key: MessageKey, values?: MessageValues) => string {
  const put = useFormatted()
  const isFromTheRight = useContext(Direction) === 'rtl'
  return (key, values) => put(key, isFromTheRight ? keptApart(values) : values)
}

/** Words that become part of a record: as `useText`, with nothing in them that only serves to draw a line. */
export function useRecordText(): (key: MessageKey, values?: MessageValues) => string {
  return useFormatted()
}

function useFormatted(): (key: MessageKey, values?: MessageValues) => string {
  const intl = useIntl()
  return (key, values) => {
    const put = (given: MessageValues | undefined) => intl.formatMessage({ id: key }, given)
    return intl.locale === 'he' ? withHebrewPrefixes(String(intl.messages[key]), values, put) : put(values)
  }
}

/**
 * Keeps a piece of text together within a line that runs from right to left, where `82 GB` or `3 Jul Köln` would
 * otherwise change places with their neighbours.
 */
export function useIsolated(): (piece: string) => string {
  const direction = useContext(Direction)
  return direction === 'rtl' ? isolated : (piece) => piece
}

/** The message of an error code, or the general one for a code without a message of its own. */
export function useErrorText(): (code: string, params?: MessageValues) => string {
  const text = useText()
  return (code, params) => {
    const key = `error.${code}`
    return isMessageKey(key) ? text(key, params) : text('error.unknown', { code })
  }
}

/** A missing message is a programming fault; showing the key instead would hide it. */
function rethrow(fault: Error): void {
  throw fault
}
