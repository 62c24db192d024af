import { Modal, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { joinChanges } from '#shared/carriers/membershipChanges'
import { newsletterAddresses, newsletterWord } from '#shared/nurture/newsletterWord'
import { dayIn } from '#shared/time/calendarDay'
import { useEdits } from '../edits/useEdits'
import { DayInput } from '../i18n/DayInput'
import { useFormats } from '../i18n/formats'
import { useCustomerName } from '../i18n/names'
import { useErrorText, useRecordText, useText } from '../i18n/text'
import { usePreferences } from '../settings/PreferencesContext'
import { useNotebook } from '../store/NotebookContext'
import type { CarrierBook } from '../store/queries/carriers'
import type { CustomerPageData } from '../store/queries/customerPage'
import { deviceZone } from '../store/TodayContext'
import styles from './Carriers.module.css'
import { momentOf, todayHere } from './saidDay'
import { useCarrierName } from './useCarrierName'

type Answer = 'yes' | 'later'
interface Fault {
  readonly field: 'day' | 'answer' | 'wording'
  readonly code: string
}

/**
 * Puts somebody of a customer on a carrier: who, when, where and for what. Where there are addresses and no yes is on
 * record, it asks for one; without, they join and stay out of every mailing list.
 */
export function JoinDialog(props: { data: CustomerPageData; book: CarrierBook; onClose: () => void }) {
  const { data, book, onClose } = props
  const text = useText()
  const recordText = useRecordText()
  const errorText = useErrorText()
  const formats = useFormats()
  const customerName = useCustomerName()
  const carrierName = useCarrierName()
  const edits = useEdits()
  const { language } = usePreferences()
  const { sources } = useNotebook()
  const carriers = book.carriers.filter(({ retiredAt }) => retiredAt === undefined)
  const [carrierId, setCarrierId] = useState(carriers[0]?.id ?? '')
  const [personId, setPersonId] = useState(data.people[0]?.id ?? '')
  const [day, setDay] = useState(todayHere(sources.now()))
  const [touchpointId, setTouchpointId] = useState('')
  const [offerId, setOfferId] = useState('')
  const [answer, setAnswer] = useState<Answer>()
  const [typed, setTyped] = useState<string>()
  const [fault, setFault] = useState<Fault>()
  const faultOf = (field: Fault['field']) => (fault?.field === field ? errorText(fault.code) : undefined)

  const carrier = carriers.find(({ id }) => id === carrierId)
  const offer = book.offers.find(({ id }) => id === offerId)
  const wording =
    typed ??
    offer?.wording ??
    (carrier === undefined ? '' : recordText('membership.wording.default', { carrier: carrierName(carrier) }))
  const own = newsletterAddresses(data.customer, data.people).filter(
    ({ person, handle }) => (person?.id ?? '') === personId && handle.kind === carrier?.handleKind,
  )
  const words = own.flatMap((address) => {
    const word = newsletterWord(address, data.consents)
    return 'consent' in word ? [word] : []
  })
  const onRecord = words.find(({ state }) => state === 'given')
  const refused = onRecord === undefined ? words.find(({ state }) => state === 'withdrawn') : undefined
  const asks = carrier?.handleKind !== undefined && onRecord === undefined
  const dayOf = (at: number) => formats.shortDay(dayIn(deviceZone(), at))

  const join = async () => {
    const joinedAt = momentOf(day, sources.now())
    if (joinedAt === undefined) return setFault({ field: 'day', code: 'membership.dayUnknown' })
    if (asks && answer === undefined) return setFault({ field: 'answer', code: 'membership.answerMissing' })
    if (asks && answer === 'yes' && wording.trim() === '')
      return setFault({ field: 'wording', code: 'membership.wordingMissing' })
    if (carrier === undefined) return
    setFault(undefined)
    const yes =
      asks && answer === 'yes'
        ? { wording: wording.trim(), language, addresses: own.map(({ handle }) => handle.value) }
        : undefined
    const joining = {
      carrier,
      customerId: data.customer.id,
      personId: personId || undefined,
      joinedAt,
      touchpointId: touchpointId || undefined,
      offerId: offerId || undefined,
      consentId: onRecord?.consent.id,
      yes,
    }
    const label = { key: 'change.membership', params: { name: data.customer.name } }
    if (await edits.commit(label, (at) => joinChanges(joining, { at, newId: sources.newId }))) onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={text('membership.title', { name: customerName(data.customer) })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      {carrier === undefined ? (
        <p>{text('membership.noCarrier')}</p>
      ) : (
        <form
          className={styles.fields}
          onSubmit={(event) => {
            event.preventDefault()
            void join()
          }}
        >
          <div className={styles.pair}>
            <NativeSelect
              data-autofocus
              label={text('membership.carrier')}
              value={carrierId}
              onChange={(event) => setCarrierId(event.currentTarget.value)}
              data={carriers.map((each) => ({ value: each.id, label: carrierName(each) }))}
            />
            <NativeSelect
              label={text('membership.who')}
              value={personId}
              onChange={(event) => setPersonId(event.currentTarget.value)}
              data={[
                ...data.people.map(({ id, fullName }) => ({
                  value: id,
                  label: fullName || text('lead.unnamed'),
                })),
                { value: '', label: text('membership.company') },
              ]}
            />
            <DayInput
              label={text('membership.joinedOn')}
              value={day}
              error={faultOf('day')}
              onChange={(event) => setDay(event.currentTarget.value)}
            />
            <NativeSelect
              label={text('membership.place')}
              value={touchpointId}
              onChange={(event) => setTouchpointId(event.currentTarget.value)}
              data={[
                { value: '', label: '–' },
                ...book.touchpoints.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <NativeSelect
              label={text('membership.offer')}
              value={offerId}
              onChange={(event) => setOfferId(event.currentTarget.value)}
              data={[
                { value: '', label: '–' },
                ...book.offers
                  .filter((each) => each.carrierId === undefined || each.carrierId === carrierId)
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </div>
          {onRecord !== undefined && (
            <p className={styles.note}>
              {text('membership.yesOnRecord', {
                day: dayOf(onRecord.consent.at),
                wording: onRecord.consent.wording,
              })}
            </p>
          )}
          {refused !== undefined && (
            <p className={styles.warn}>{text('membership.refused', { day: dayOf(refused.consent.at) })}</p>
          )}
          {asks && (
            <fieldset className={styles.choices}>
              <legend>{text('membership.answer')}</legend>
              {(['yes', 'later'] as const).map((each) => (
                <label key={each} className={styles.choice}>
                  <input
                    type="radio"
                    name="membership-answer"
                    checked={answer === each}
                    onChange={() => setAnswer(each)}
                  />
                  {text(`membership.answer.${each}`)}
                </label>
              ))}
              {faultOf('answer') !== undefined && (
                <p role="alert" className={styles.fault}>
                  {faultOf('answer')}
                </p>
              )}
            </fieldset>
          )}
          {asks && answer === 'yes' && (
            <Textarea
              autosize
              dir="auto"
              label={text('membership.wording')}
              value={wording}
              error={faultOf('wording')}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
          <div className={styles.foot}>
            <button type="submit" className={styles.primary}>
              {text('action.save')}
            </button>
          </div>
        </form>
      )}
    </Modal>
  )
}
