import { isMessageKey } from '#shared/i18n/catalogues'
import { moneySchema } from '#shared/money/values'
import type { OwnValue, OwnValues } from '#shared/ownFields/ownField'
import { tradeLineSchema } from '#shared/records/trade'
import { useCountryName } from '../i18n/countryName'
import { useFormats } from '../i18n/formats'
import { useIntlLanguageName } from '../i18n/languageNames'
import { useMoneyFormats } from '../i18n/money'
import { useOwnValueWords } from '../i18n/ownValues'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { ownFields } from '../store/queries/ownFields'

/** `2026-11-25`, and no other text. */
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/
const NOTHING = '–'

/** Where the words of a field's values are, by its name or by its table and name. */
const CATALOGUE: Readonly<Record<string, string>> = {
  stage: 'stage.',
  status: 'exportStatus.',
  direction: 'direction.',
  'interactions kind': 'interaction.',
  'facts kind': 'fact.',
  'relations kind': 'relation.',
}

/**
 * What a field of a record said, in words as the page would say it: stages by name, days, moments and amounts as they are
 * written, addresses as they were entered. What has no words of its own stays as it is kept.
 */
export function useFieldWords(): (
  change: { readonly table: string; readonly field: string; readonly own?: string },
  value: unknown,
) => string {
  const text = useText()
  const formats = useFormats()
  const { money, unitPrice } = useMoneyFormats()
  const countryName = useCountryName()
  const languageName = useIntlLanguageName()
  const ownWords = useOwnValueWords()
  const fields = useRead(ownFields, []) ?? []
  return ({ table, field, own }, value) => {
    if (field === 'custom') return own === undefined ? allOwnWords(value) : ownValueWords(own, value)
    return wordsOf(table, field, value)
  }

  function ownValueWords(id: string, value: unknown): string {
    if (value === undefined || value === null) return NOTHING
    return ownWords(
      fields.find((field) => field.id === id),
      value as OwnValue,
    )
  }

  /** All values of own fields of a record, each with its name. */
  function allOwnWords(value: unknown): string {
    const words = Object.entries((value ?? {}) as OwnValues).map(([id, each]) => {
      const name = fields.find((field) => field.id === id)?.name
      return name === undefined ? ownValueWords(id, each) : `${name}: ${ownValueWords(id, each)}`
    })
    return words.join('; ') || NOTHING
  }

  function wordsOf(table: string, field: string, value: unknown): string {
    if (value === undefined || value === null || value === '') return NOTHING
    if (Array.isArray(value)) return value.map((each) => wordsOf(table, field, each)).join(', ') || NOTHING
    if (typeof value === 'object') return objectWords(value)
    if (typeof value === 'number') return field.endsWith('At') ? formats.moment(value) : formats.number(value)
    const words = String(value)
    if (ISO_DAY.test(words)) return formats.shortDay(words)
    if (field === 'country') return countryName(words)
    if (field === 'language') return languageName(words)
    const key = `${CATALOGUE[`${table} ${field}`] ?? CATALOGUE[field] ?? ''}${words}`
    return isMessageKey(key) ? text(key) : words
  }

  function objectWords(value: object): string {
    const amount = moneySchema.safeParse(value)
    if (amount.success) return money(amount.data)
    const line = tradeLineSchema.safeParse(value)
    if (line.success) {
      const { description, quantity } = line.data
      return `${description} ${quantity} × ${unitPrice(line.data.unitPrice)}`.trim()
    }
    const { entered, kind, doneOn, dueOn } = value as Record<string, unknown>
    if (typeof entered === 'string') return entered
    const key = `milestone.${String(kind)}`
    if (!isMessageKey(key)) return typeof kind === 'string' ? kind : JSON.stringify(value)
    const day = doneOn ?? dueOn
    return [text(key), typeof day === 'string' ? formats.shortDay(day) : '', doneOn === undefined ? '' : '✓']
      .filter((part) => part !== '')
      .join(' ')
  }
}
