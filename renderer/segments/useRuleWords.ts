import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import { isMessageKey } from '#shared/i18n/translator'
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

/** Lists whose values are words of ours, with the prefix of their messages. */
const SHIPPED: Readonly<Partial<Record<ValueList, { prefix: string; values: readonly string[] }>>> = {
  stage: { prefix: 'stage', values: STAGES },
  grade: { prefix: 'grade', values: GRADES },
  handle: { prefix: 'handle', values: HANDLE_KINDS },
  interaction: { prefix: 'interaction', values: INTERACTION_KINDS },
  fact: { prefix: 'fact', values: FACT_KINDS },
  personRole: { prefix: 'personRole', values: PERSON_ROLES },
  channelKind: { prefix: 'channelKind', values: CHANNEL_KINDS },
}

/** How rules are said and written in the interface language. */
export function useRuleWords(lists: SegmentLists | undefined): SegmentWords {
  const text = useText()
  const intl = useIntl()
  const countries = useCountries()
  const formats = useFormats()
  return useMemo(() => {
    const ofGrade = (grade: string, word: string) => `${grade} · ${word}`
    const choices = (list: ValueList): readonly Choice[] => {
      if (list === 'country') return countries
      const shipped = SHIPPED[list]
      if (shipped !== undefined) {
        return shipped.values.map((value) => {
          const key = `${shipped.prefix}.${value}`
          const word = isMessageKey(key) ? text(key) : value
          return { value, label: list === 'grade' ? ofGrade(value, word) : word }
        })
      }
      return (lists?.lists.get(list) ?? [])
        .map(({ id, name, nameKey }) => ({
          value: id,
          label: nameKey !== undefined && isMessageKey(nameKey) ? text(nameKey) : name,
        }))
        .sort((a, b) => a.label.localeCompare(b.label, intl.locale))
    }
    const number = (value: number) => intl.formatNumber(value)
    return {
      text,
      choices,
      nameOf: (list, value) => choices(list).find((choice) => choice.value === value)?.label ?? value,
      join: (parts, how) =>
        intl.formatList([...parts], { type: how === 'and' ? 'conjunction' : 'disjunction' }),
      day: formats.shortDay,
      number,
      money: (value) => `${lists?.currency ?? ''} ${number(value)}`.trim(),
    }
  }, [text, intl, countries, formats, lists])
}
