import { TextInput, type TextInputProps } from '@mantine/core'
import type { ComponentProps } from 'react'
import { useIntl } from 'react-intl'

/**
 * The locale that a date or time field takes the order of its parts from. English ones stand as 2026-11-19 and 15:30,
 * which nobody reads two ways; no other English locale has both.
 */
function useFieldLocale(): string {
  const { locale } = useIntl()
  return locale === 'en-GB' ? 'en-SE' : locale
}

/**
 * A field for a day, with its label. The engine looks at the language of the field itself: what it inherits is not yet
 * known when React makes it.
 */
export function DayInput(props: TextInputProps) {
  return <TextInput {...props} type="date" lang={useFieldLocale()} />
}

/** A field for an hour, with its label. */
export function HourInput(props: TextInputProps) {
  return <TextInput {...props} type="time" lang={useFieldLocale()} />
}

/** A field for a day within a line, without a frame of its own. */
export function PlainDayInput(props: ComponentProps<'input'>) {
  return <input {...props} type="date" lang={useFieldLocale()} />
}
