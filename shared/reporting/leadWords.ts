import type { Consent } from '../records/consent'
import type { Handle, HandleKind } from '../records/handle'
import type { Touchpoint } from '../records/touchpoint'
import type { LeadFacts } from './fairFacts'
import type { ReportWords } from './words'

/** A question of the fair's form in the person's words: edited ones are texts, shipped ones keys. */
export function questionWords(question: string, fair: Touchpoint, words: ReportWords): string {
  const asked = fair.qualifiers?.find(({ key }) => key === question)
  return asked?.label ?? words.message(`qualifier.${question}`) ?? question
}

/** An answer in the person's words. */
export function answerWords(question: string, value: string, fair: Touchpoint, words: ReportWords): string {
  const asked = fair.qualifiers?.find(({ key }) => key === question)
  const option = asked?.options.find(({ key }) => key === value)
  return option?.label ?? words.message(`qualifier.${question}.${value}`) ?? value
}

/** Every question that was answered at the fair: those of its form first, in its order. */
export function questionsAsked(fair: Touchpoint, leads: readonly LeadFacts[]): string[] {
  const answered = new Set(leads.flatMap(({ answers }) => [...answers.keys()]))
  const formed = (fair.qualifiers ?? []).map(({ key }) => key)
  return [...formed, ...[...answered].filter((question) => !formed.includes(question))]
}

/** All addresses of a lead, the company's own after those of its people, each once. */
export function handlesOf({ people, customer }: LeadFacts): Handle[] {
  const seen = new Set<string>()
  return [...people.flatMap(({ handles }) => handles), ...customer.handles].filter(({ kind, value }) => {
    const key = `${kind}:${value}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** `E-mail, WhatsApp; not LINE`: what stands on record for each carrier; undefined when nothing does. */
export function consentWords(consents: readonly Consent[], words: ReportWords): string | undefined {
  const latest = new Map<HandleKind, Consent>()
  for (const consent of consents) {
    if (consent.purpose !== 'followUp') continue
    const known = latest.get(consent.carrier)
    const isNewer = known === undefined || consent.at > known.at
    // Of a yes and a no at one instant the no counts, as when writing.
    if (isNewer || (consent.at === known.at && consent.state === 'withdrawn')) {
      latest.set(consent.carrier, consent)
    }
  }
  const named = [...latest.values()].map(({ carrier, state }) => {
    const name = words.text(`handle.${carrier}`)
    return state === 'given' ? name : words.text('report.consentNo', { carrier: name })
  })
  return named.length === 0 ? undefined : words.list(named)
}
