import { useMemo } from 'react'
import { isMessageKey } from '#shared/i18n/catalogues'
import { GRADES, STAGES } from '#shared/records/customer'
import { FACT_KINDS } from '#shared/records/fact'
import { HANDLE_KINDS } from '#shared/records/handle'
import { INTERACTION_KINDS } from '#shared/records/interaction'
import { PERSON_ROLES } from '#shared/records/person'
import { CHANNEL_KINDS } from '#shared/records/touchpoint'
import type { RuleWords } from '#shared/segments/describeRule'
import type { ValueList } from '#shared/segments/segmentField'
import { useCountries } from '../i18n/countries'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import type { SegmentLists } from '../store/queries/segments'

interface Choice {
  readonly value: string
  readonly label: string
}

/** Words of rules, and the values that a list offers; no values where they are typed. */
export interface SegmentWords extends RuleWords {
  readonly choices: (list: ValueList) => readonly Choice[]
}

interface ShippedWords {
  readonly keyOf: (value: string) => string
  readonly values: readonly string[]
}

/** Lists whose values are words of ours, with the message of each. */
const SHIPPED: Readonly<Partial<Record<ValueList, ShippedWords>>> = {
  stage: { keyOf: (value) => `stage.${value}`, values: STAGES },
  grade: { keyOf: (value) => `grade.${value}`, values: GRADES },
  handle: { keyOf: (value) => `handle.${value}`, values: HANDLE_KINDS },
  interaction: { keyOf: (value) => `interaction.${value}`, values: INTERACTION_KINDS },
  fact: { keyOf: (value) => `fact.${value}`, values: FACT_KINDS },
  personRole: { keyOf: (value) => `personRole.${value}`, values: PERSON_ROLES },
  channelKind: { keyOf: (value) => `channel.kind.${value}`, values: CHANNEL_KINDS },
}

/** How rules are said and written in the interface language. */
export function useRuleWords(lists: SegmentLists | undefined): SegmentWords {
  const text = useText()
  const countries = useCountries()
  const formats = useFormats()
  return useMemo(() => {
    const ofGrade = (grade: string, word: string) => `${grade} · ${word}`
    const choices = (list: ValueList): readonly Choice[] => {
      if (list === 'country') return countries
      const shipped = SHIPPED[list]
      if (shipped !== undefined) {
        return shipped.values.map((value) => {
          const key = shipped.keyOf(value)
          const word = isMessageKey(key) ? text(key) : value
          return { value, label: list === 'grade' ? ofGrade(value, word) : word }
        })
      }
      return (lists?.lists.get(list) ?? [])
        .map(({ id, name, nameKey }) => ({
          value: id,
          label: nameKey !== undefined && isMessageKey(nameKey) ? text(nameKey) : name,
        }))
        .sort((a, b) => formats.inOrder(a.label, b.label))
    }
    const { number } = formats
    return {
      text,
      choices,
      nameOf: (list, value) => choices(list).find((choice) => choice.value === value)?.label ?? value,
      join: formats.listed,
      day: formats.shortDay,
      number,
      money: (value) => `${lists?.currency ?? ''} ${number(value)}`.trim(),
    }
  }, [text, countries, formats, lists])
}
