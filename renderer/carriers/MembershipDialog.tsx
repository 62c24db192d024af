import { Modal, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { leaveChanges } from '#shared/carriers/membershipChanges'
import type { Membership } from '#shared/records/carrier'
import { dayIn } from '#shared/time/calendarDay'
import { useEdits } from '../edits/useEdits'
import { DayInput } from '../i18n/DayInput'
import { useFormats } from '../i18n/formats'
import { Joined } from '../i18n/Joined'
import { useCustomerName } from '../i18n/names'
import { useErrorText, useRecordText, useText } from '../i18n/text'
import { usePreferences } from '../settings/PreferencesContext'
import { currentRecord } from '../store/currentRecord'
import { useNotebook } from '../store/NotebookContext'
import type { CarrierBook } from '../store/queries/carriers'
import type { CustomerPageData } from '../store/queries/customerPage'
import { deviceZone } from '../store/TodayContext'
import styles from './Carriers.module.css'
import { momentOf, todayHere } from './saidDay'
import { useCarrierName } from './useCarrierName'

const REASONS = ['unsubscribed', 'person', 'bounced', 'removed'] as const

/** One membership: since when, by what and with which yes; and the way out. */
export function MembershipDialog(props: {
  membership: Membership
  data: CustomerPageData
  book: CarrierBook
  onClose: () => void
}) {
  const { membership, data, book, onClose } = props
  const text = useText()
  const recordText = useRecordText()
  const errorText = useErrorText()
  const formats = useFormats()
  const customerName = useCustomerName()
  const carrierName = useCarrierName()
  const edits = useEdits()
  const { language } = usePreferences()
  const notebook = useNotebook()
  const carrier = book.carriers.find(({ id }) => id === membership.carrierId)
  const name = carrier === undefined ? '' : carrierName(carrier)
  const [reason, setReason] = useState<(typeof REASONS)[number]>('unsubscribed')
  const [day, setDay] = useState(todayHere(notebook.sources.now()))
  const [wording, setWording] = useState(recordText('membership.optOutWording.default', { carrier: name }))
  const [fault, setFault] = useState<string>()
  const consent = data.consents.find(({ id }) => id === membership.consentId)
  const person = data.people.find(({ id }) => id === membership.personId)
  const place = book.touchpoints.find(({ id }) => id === membership.touchpointId)
  const offer = book.offers.find(({ id }) => id === membership.offerId)
  const dayOf = (at: number) => formats.shortDay(dayIn(deviceZone(), at))
  const kind = carrier?.handleKind
  const isOptOut = reason === 'unsubscribed' && kind !== undefined
  const params = { name: data.customer.name }

  const leave = async () => {
    const chosen = momentOf(day, notebook.sources.now())
    if (chosen === undefined) return setFault('membership.dayUnknown')
    if (isOptOut && wording.trim() === '') return setFault('membership.wordingMissing')
    setFault(undefined)
    // On the day they joined it is after that, however early the day began.
    const leftAt = Math.max(chosen, membership.joinedAt)
    const saved = await edits.commit({ key: 'change.membershipLeft', params }, async (at) => {
      const current = await currentRecord(notebook.database(), 'memberships', membership.id)
      if (current === undefined) return []
      const optOut =
        isOptOut && kind !== undefined
          ? { carrier: kind, address: consent?.address, wording: wording.trim(), language }
          : undefined
      return leaveChanges(
        { membership: current, leftAt, reason, optOut },
        { at, newId: notebook.sources.newId },
      )
    })
    if (saved) onClose()
  }
  const remove = async () => {
    if (await edits.remove('memberships', membership.id, { key: 'change.membershipRemoved', params }))
      onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={text('membership.edit', {
        name: person?.fullName || customerName(data.customer),
        carrier: name,
      })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          void leave()
        }}
      >
        <p>
          <Joined
            parts={[
              text('membership.since', { day: dayOf(membership.joinedAt) }),
              place === undefined ? undefined : text('membership.by', { place: place.name }),
              offer === undefined ? undefined : text('membership.for', { offer: offer.name }),
            ]}
          />
        </p>
        {consent !== undefined ? (
          <p className={styles.note}>
            {text('membership.yesOnRecord', { day: dayOf(consent.at), wording: consent.wording })}{' '}
            {consent.address !== undefined && text('membership.address', { address: consent.address })}
          </p>
        ) : (
          kind !== undefined && <p className={styles.warn}>{text('membership.noYes')}</p>
        )}
        {membership.leftAt !== undefined ? (
          <p>
            {text('membership.left', {
              day: dayOf(membership.leftAt),
              reason: text(`membership.left.${membership.leftReason ?? 'person'}`),
            })}
          </p>
        ) : (
          <>
            <div className={styles.pair}>
              <NativeSelect
                label={text('membership.reason')}
                value={reason}
                onChange={(event) =>
                  setReason(REASONS.find((each) => each === event.currentTarget.value) ?? reason)
                }
                data={REASONS.map((each) => ({ value: each, label: text(`membership.left.${each}`) }))}
              />
              <DayInput
                label={text('membership.leftOn')}
                value={day}
                onChange={(event) => setDay(event.currentTarget.value)}
              />
            </div>
            {isOptOut && (
              <>
                <Textarea
                  autosize
                  dir="auto"
                  label={text('membership.optOutWording')}
                  value={wording}
                  onChange={(event) => setWording(event.currentTarget.value)}
                />
                <p className={styles.note}>{text('membership.optOutNote')}</p>
              </>
            )}
          </>
        )}
        {fault !== undefined && (
          <p role="alert" className={styles.fault}>
            {errorText(fault)}
          </p>
        )}
        <div className={styles.foot}>
          {membership.leftAt === undefined ? (
            <button type="submit" className={styles.primary}>
              {text('membership.leave')}
            </button>
          ) : (
            <span />
          )}
          <button type="button" className={styles.quiet} onClick={() => void remove()}>
            {text('action.remove', { what: text('membership.carrier') })}
          </button>
        </div>
      </form>
    </Modal>
  )
}
