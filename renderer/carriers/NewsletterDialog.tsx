import { Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { newsletterChanges } from '#shared/carriers/membershipChanges'
import { newsletterAddresses, newsletterWord, type PageAddress } from '#shared/nurture/newsletterWord'
import type { Membership } from '#shared/records/carrier'
import { dayIn } from '#shared/time/calendarDay'
import { useEdits } from '../edits/useEdits'
import { DayInput } from '../i18n/DayInput'
import { useFormats } from '../i18n/formats'
import { useCustomerName } from '../i18n/names'
import { useErrorText, useText } from '../i18n/text'
import { usePreferences } from '../settings/PreferencesContext'
import { useNotebook } from '../store/NotebookContext'
import type { CarrierBook } from '../store/queries/carriers'
import type { CustomerPageData } from '../store/queries/customerPage'
import { deviceZone } from '../store/TodayContext'
import styles from './Carriers.module.css'
import { momentOf, todayHere } from './saidDay'

/** A yes or no to newsletters for each address, with the words in which it was asked and the day of the answer. */
export function NewsletterDialog(props: {
  data: CustomerPageData
  book: CarrierBook
  memberships: readonly Membership[]
  onClose: () => void
}) {
  const { data, book, memberships, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  const formats = useFormats()
  const nameOf = useCustomerName()
  const edits = useEdits()
  const { language } = usePreferences()
  const { sources } = useNotebook()
  const [wording, setWording] = useState(text('newsletter.wording.default'))
  const [day, setDay] = useState(todayHere(sources.now()))
  const [fault, setFault] = useState<{ readonly field: 'wording' | 'day'; readonly code: string }>()
  const faultOf = (field: 'wording' | 'day') => (fault?.field === field ? errorText(fault.code) : undefined)
  const addresses = newsletterAddresses(data.customer, data.people)

  const say = async ({ customerId, person, handle }: PageAddress, state: 'given' | 'withdrawn') => {
    const saidAt = momentOf(day, sources.now())
    if (saidAt === undefined) return setFault({ field: 'day', code: 'membership.dayUnknown' })
    if (wording.trim() === '') return setFault({ field: 'wording', code: 'membership.wordingMissing' })
    setFault(undefined)
    const said = {
      customerId,
      personId: person?.id,
      carrier: handle.kind,
      address: handle.value,
      state,
      saidAt,
      wording: wording.trim(),
      language,
    }
    const key = state === 'given' ? 'change.newsletterYes' : 'change.newsletterNo'
    await edits.commit({ key, params: { name: person?.fullName || data.customer.name } }, (at) =>
      newsletterChanges(said, memberships, book.carriers, { at, newId: sources.newId }),
    )
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={text('newsletter.title', { name: nameOf(data.customer) })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <div className={styles.fields}>
        <Textarea
          autosize
          dir="auto"
          label={text('membership.wording')}
          value={wording}
          error={faultOf('wording')}
          onChange={(event) => setWording(event.currentTarget.value)}
        />
        <DayInput
          label={text('newsletter.saidOn')}
          value={day}
          error={faultOf('day')}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      </div>
      {addresses.length === 0 && <p className={styles.warn}>{text('newsletter.noAddress')}</p>}
      <ul className={styles.addresses} aria-label={text('newsletter.addresses')}>
        {addresses.map((address) => {
          const { person, handle } = address
          const word = newsletterWord(address, data.consents)
          const who =
            person === undefined ? text('membership.company') : person.fullName || text('lead.unnamed')
          const since = 'consent' in word ? formats.shortDay(dayIn(deviceZone(), word.consent.at)) : ''
          return (
            <li key={`${person?.id ?? ''} ${handle.kind} ${handle.value}`} className={styles.address}>
              <span>
                <strong>
                  <bdi>{who}</bdi>
                </strong>{' '}
                {text(`handle.${handle.kind}`)} <bdi dir="ltr">{handle.entered}</bdi>
                <small>
                  {'consent' in word
                    ? text(word.state === 'given' ? 'newsletter.saidYes' : 'newsletter.saidNo', {
                        day: since,
                        wording: word.consent.wording,
                      })
                    : text('newsletter.none')}
                </small>
              </span>
              <span className={styles.answers}>
                {(['given', 'withdrawn'] as const).map((state) => (
                  <button
                    key={state}
                    type="button"
                    className={styles.answer}
                    aria-pressed={word.state === state}
                    aria-label={text(state === 'given' ? 'newsletter.yesFor' : 'newsletter.noFor', {
                      who,
                      address: handle.entered,
                    })}
                    onClick={() => void say(address, state)}
                  >
                    {text(state === 'given' ? 'newsletter.yes' : 'newsletter.no')}
                  </button>
                ))}
              </span>
            </li>
          )
        })}
      </ul>
    </Modal>
  )
}
