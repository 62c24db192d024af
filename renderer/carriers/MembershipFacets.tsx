import { useState } from 'react'
import { newsletterAddresses, newsletterWord } from '#shared/nurture/newsletterWord'
import { dayIn } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { Joined } from '../i18n/Joined'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { carrierBook, membershipsOf } from '../store/queries/carriers'
import type { CustomerPageData } from '../store/queries/customerPage'
import { deviceZone } from '../store/TodayContext'
import styles from './Carriers.module.css'
import { JoinDialog } from './JoinDialog'
import { MembershipDialog } from './MembershipDialog'
import { NewsletterDialog } from './NewsletterDialog'
import { useCarrierName } from './useCarrierName'

/** What is open: a new membership, the newsletter's answers, or one membership by its id. */
type Opened = 'join' | 'newsletter' | { readonly id: string } | undefined

/** What they are on and since when, what they left, and whether newsletters may go to them. */
export function MembershipFacets({ data }: { data: CustomerPageData }) {
  const text = useText()
  const formats = useFormats()
  const nameOf = useCarrierName()
  const [opened, setOpened] = useState<Opened>()
  const read = useRead(
    async (db) => ({
      book: await carrierBook(db),
      memberships: await membershipsOf(db, data.customer.id),
    }),
    [data.customer.id],
  )
  if (read === undefined) return null
  const { book, memberships } = read
  const close = () => setOpened(undefined)
  const day = (at: number) => formats.shortDay(dayIn(deviceZone(), at))
  const chosen =
    typeof opened === 'object' ? memberships.find((membership) => membership.id === opened.id) : undefined
  return (
    <>
      {memberships.map((membership) => {
        const carrier = book.carriers.find(({ id }) => id === membership.carrierId)
        if (carrier === undefined) return null
        const place = book.touchpoints.find(({ id }) => id === membership.touchpointId)
        const person = data.people.find(({ id }) => id === membership.personId)
        const { leftAt, leftReason } = membership
        return (
          <span key={membership.id} className={styles.facet}>
            <button
              type="button"
              className={styles.link}
              data-left={leftAt !== undefined || undefined}
              onClick={() => setOpened({ id: membership.id })}
            >
              <bdi>{nameOf(carrier)}</bdi>
            </button>
            <small>
              <Joined
                parts={[
                  data.people.length > 1 ? person?.fullName : undefined,
                  text('membership.since', { day: day(membership.joinedAt) }),
                  place === undefined ? undefined : text('membership.by', { place: place.name }),
                  leftAt === undefined
                    ? undefined
                    : text('membership.left', {
                        day: day(leftAt),
                        reason: text(`membership.left.${leftReason ?? 'person'}`),
                      }),
                ]}
              />
            </small>
          </span>
        )
      })}
      <span className={styles.facet}>
        <button type="button" className={styles.link} onClick={() => setOpened('newsletter')}>
          {text('newsletter.open')}
        </button>
        <small>
          <NewsletterState data={data} />
        </small>
      </span>
      <span className={styles.facet}>
        <button type="button" className={styles.link} onClick={() => setOpened('join')}>
          {text('membership.add')}
        </button>
      </span>
      {opened === 'join' && <JoinDialog data={data} book={book} onClose={close} />}
      {opened === 'newsletter' && (
        <NewsletterDialog data={data} book={book} memberships={memberships} onClose={close} />
      )}
      {chosen !== undefined && (
        <MembershipDialog key={chosen.id} membership={chosen} data={data} book={book} onClose={close} />
      )}
    </>
  )
}

/** Over which ways newsletters may go and over which they may not, in one line. */
function NewsletterState({ data }: { data: CustomerPageData }) {
  const text = useText()
  const said = newsletterAddresses(data.customer, data.people).map((address) => ({
    kind: address.handle.kind,
    state: newsletterWord(address, data.consents).state,
  }))
  const over = (state: 'given' | 'withdrawn') =>
    [...new Set(said.filter((each) => each.state === state).map(({ kind }) => text(`handle.${kind}`)))].join(
      ', ',
    )
  const [yes, no] = [over('given'), over('withdrawn')]
  if (yes === '' && no === '') return text('newsletter.none')
  return (
    <Joined
      parts={[
        yes === '' ? undefined : text('newsletter.yesOver', { carriers: yes }),
        no === '' ? undefined : text('newsletter.refusedOver', { carriers: no }),
      ]}
    />
  )
}
