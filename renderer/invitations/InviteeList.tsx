import type { Invitee } from '#shared/nurture/invitees'
import { useCountryName } from '../i18n/countryName'
import { useCustomerName } from '../i18n/names'
import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import styles from './Invitations.module.css'

/** As many rows as are drawn; the others are chosen with all of them and counted. */
const SHOWN = 300

/** Who may be invited, why, and whether they have said yes. */
export function InviteeList(props: {
  readonly invitees: readonly Invitee[]
  readonly chosenIds: ReadonlySet<string>
  readonly onToggle: (customerId: string) => void
  readonly onAll: (all: boolean) => void
}) {
  const { invitees, chosenIds, onToggle, onAll } = props
  const text = useText()
  const nameOf = useCustomerName()
  const countryName = useCountryName()
  const isAll = invitees.every(({ customer }) => chosenIds.has(customer.id))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={styles.scroller} tabIndex={0} aria-label={text('invite.who')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>
              <label className={styles.check}>
                <input
                  type="checkbox"
                  checked={isAll}
                  ref={(box) => {
                    // Some of them: neither ticked nor empty, which no attribute says.
                    if (box !== null) box.indeterminate = !isAll && chosenIds.size > 0
                  }}
                  onChange={() => onAll(!isAll)}
                />
                {text('invite.all', { count: invitees.length })}
              </label>
            </th>
            <th>{text('customer.country')}</th>
            <th>{text('invite.why')}</th>
            <th>{text('invite.word')}</th>
          </tr>
        </thead>
        <tbody>
          {invitees.slice(0, SHOWN).map(({ customer, person, reasons, hasAgreed }) => (
            <tr key={customer.id}>
              <td>
                <label className={styles.check}>
                  <input
                    type="checkbox"
                    checked={chosenIds.has(customer.id)}
                    onChange={() => onToggle(customer.id)}
                  />
                  <span>
                    <bdi>{person?.fullName || nameOf(customer)}</bdi>{' '}
                    {person !== undefined && <bdi className={styles.quiet}>{nameOf(customer)}</bdi>}
                  </span>
                </label>
              </td>
              <td>{customer.country === undefined ? '' : countryName(customer.country)}</td>
              <td>{reasons.map((reason) => text(`invite.reason.${reason}`)).join(comma(text))}</td>
              <td>{text(hasAgreed ? 'consent.given' : 'invite.noWord')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {invitees.length > SHOWN && (
        <p className={styles.quiet}>{text('catchUp.more', { count: invitees.length - SHOWN })}</p>
      )}
    </section>
  )
}
