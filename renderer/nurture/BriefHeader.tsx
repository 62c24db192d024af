import { lifetimeObserved, openQuoted } from '#shared/measures/tradeAmounts'
import { warmth } from '#shared/measures/warmth'
import { warmthHalfLife, warmthWeights } from '#shared/measures/warmthSettings'
import { rateTable } from '#shared/money/rates'
import type { Money } from '#shared/money/values'
import { DEFAULT_SETTINGS } from '#shared/records/settings'
import { dayIn } from '#shared/time/calendarDay'
import { localTime } from '#shared/time/officeHours'
import { zoneOf } from '#shared/time/zoneOf'
import { zoneThere } from '#shared/time/zoneThere'
import { useCountryName } from '../i18n/countryName'
import { Joined } from '../i18n/Joined'
import { useMoneyFormats } from '../i18n/money'
import { latinBeside, useCustomerName } from '../i18n/names'
import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import type { Brief } from '../store/queries/nurture'
import { deviceZone } from '../store/TodayContext'
import { useNow } from '../store/useNow'
import { useView } from '../view/viewState'
import styles from './Brief.module.css'
import { letterPerson } from './composeLetter'
import type { Work } from './work'

const OFFICE_CLOSES = '18:00'
const OFFICE_OPENS = '09:00'

/** Who it is: names as they are written, company, place. */
export function BriefNames({ work, brief }: { work: Work; brief: Brief }) {
  const nameOf = useCustomerName()
  const countryName = useCountryName()
  const person = letterPerson(work, brief)
  const { customer } = brief.page
  const name = person?.fullName || nameOf(customer)
  const latin = latinBeside(person ?? { fullName: customer.name, latinName: customer.latinName })
  const rest = [
    person?.title,
    name === nameOf(customer) ? undefined : nameOf(customer),
    customer.city,
    customer.country === undefined ? undefined : countryName(customer.country),
  ]
  return (
    <div className={styles.names}>
      <h2 className={styles.name}>
        <bdi>{name}</bdi> {latin !== undefined && <bdi className={styles.latin}>{latin}</bdi>}
      </h2>
      <p className={styles.rest}>
        <Joined parts={rest} />
      </p>
    </div>
  )
}

/** Their clock, how warm it is, what it is worth, and how they may be reached. */
export function BriefFigures({ brief }: { brief: Brief }) {
  const text = useText()
  const privacy = useView((view) => view.privacy)
  const now = useNow()
  const { money } = useMoneyFormats()
  const { customer, interactions, orders, quotes } = brief.page
  const base = brief.settings?.baseCurrency ?? DEFAULT_SETTINGS.baseCurrency
  const rates = rateTable(brief.rates, brief.settings)
  const bought = lifetimeObserved(orders, base, rates).amount.value
  const offered = openQuoted(quotes, base, rates, dayIn(deviceZone(), now)).amount.value
  const score = warmth(interactions, now, warmthWeights(brief.settings), warmthHalfLife(brief.settings)).value
    ?.score
  const hasAmount = (amount: Money | undefined) => amount !== undefined && amount.minor !== 0
  return (
    <div className={styles.figures}>
      <LocalClock zone={customer.zone} country={customer.country} now={now} />
      <p>
        <strong>{score === undefined ? '–' : text('brief.warmth', { score: Math.round(score) })}</strong>
        <small>{text('brief.talks', { count: interactions.length })}</small>
      </p>
      {(hasAmount(bought) || hasAmount(offered)) && (
        <p>
          <strong>{privacy ? '•••' : money((hasAmount(bought) ? bought : offered) as Money)}</strong>
          <small>
            {hasAmount(bought)
              ? text('brief.bought', { count: orders.length })
              : text('brief.offered', { count: quotes.filter((quote) => quote.status === 'open').length })}
          </small>
        </p>
      )}
      {hasAmount(bought) && hasAmount(offered) && (
        <p>
          <strong>{privacy ? '•••' : money(offered as Money)}</strong>
          <small>
            {text('brief.offered', { count: quotes.filter((quote) => quote.status === 'open').length })}
          </small>
        </p>
      )}
      <Channels brief={brief} />
    </div>
  )
}

function LocalClock(props: { zone: string | undefined; country: string | undefined; now: number }) {
  const text = useText()
  // Without any place the device's clock would only look as if it were theirs.
  const isPlaced =
    props.zone !== undefined || (props.country !== undefined && zoneOf(props.country) !== undefined)
  const { zone, insteadOf } = zoneThere(props, deviceZone())
  const there = isPlaced ? localTime(zone, props.now, props.country) : undefined
  if (there === undefined) return null
  const clock = `${String(there.hour).padStart(2, '0')}:${String(there.minute).padStart(2, '0')}`
  return (
    <p>
      <strong>
        {clock} {text(`weekday.${there.weekday}`)}
      </strong>
      <small>
        {there.open
          ? text('brief.officeUntil', { time: OFFICE_CLOSES })
          : text('brief.officeFrom', { time: OFFICE_OPENS })}
      </small>
      {insteadOf !== undefined && (
        <small>{text('brief.zoneUnknown', { zone: insteadOf, other: zone })}</small>
      )}
    </p>
  )
}

/** Each way once, with what they said about it: words, not only a sign. */
function Channels({ brief }: { brief: Brief }) {
  const text = useText()
  const { customer, people, consents } = brief.page
  const handles = [...people.flatMap((person) => person.handles), ...customer.handles]
  const kinds = [...new Set(handles.map((handle) => handle.kind))].filter((kind) => kind !== 'web')
  const newest = (kind: string) =>
    consents.filter((consent) => consent.carrier === kind).sort((a, b) => b.at - a.at)[0]?.state
  const given = kinds.filter((kind) => newest(kind) === 'given')
  const refused = kinds.filter((kind) => newest(kind) === 'withdrawn')
  return (
    <p>
      <strong>
        {kinds.length === 0
          ? text('brief.noChannel')
          : kinds.map((kind) => text(`handle.${kind}`)).join(comma(text))}
      </strong>
      <small data-bad={refused.length > 0}>
        {refused.length > 0
          ? text('brief.refused', {
              carriers: refused.map((kind) => text(`handle.${kind}`)).join(comma(text)),
            })
          : given.length === 0
            ? text('brief.noConsent')
            : text('brief.consent', {
                carriers: given.map((kind) => text(`handle.${kind}`)).join(comma(text)),
              })}
      </small>
    </p>
  )
}
