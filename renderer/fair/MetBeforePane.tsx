import { useDeferredValue, useEffect, useLayoutEffect, useState } from 'react'
import { draftHandles } from '#shared/leads/draftHandles'
import type { LeadDraft } from '#shared/leads/leadDraft'
import type { Match } from '#shared/matching/match'
import { compareDays, dayIn, daysBetween } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { useMoneyFormats } from '../i18n/money'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { HiddenNote } from '../privacy/Private'
import { useNotebook, useNotebookState, useRead } from '../store/NotebookContext'
import { type MetBefore, metBefore } from '../store/queries/metBefore'
import { isDialogOpen } from '../ui/isDialogOpen'
import { KeyCaps } from '../ui/KeyCaps'
import { useView } from '../view/viewState'
import styles from './MetBeforePane.module.css'

/** "Met before?" while typing: who it may be, why, and what was last said, priced and promised. */
export function MetBeforePane(props: { draft: LeadDraft; update: (patch: Partial<LeadDraft>) => void }) {
  const nameOf = useCustomerName()
  const { draft, update } = props
  const text = useText()
  const match = useBestMatch(draft)
  const chosen = draft.existingCustomerId !== undefined
  const customerId = draft.existingCustomerId ?? match?.customerId
  const personId = chosen ? draft.existingPersonId : match?.personId
  const met = useRead(
    async (db) => (customerId === undefined ? undefined : metBefore(db, customerId, personId)),
    [customerId, personId],
  )
  const same = () =>
    match !== undefined && update({ existingCustomerId: match.customerId, existingPersonId: match.personId })
  const colleague = () =>
    match !== undefined && update({ existingCustomerId: match.customerId, existingPersonId: undefined })
  /** Remembered with the lead: this page is not offered again, now or as a duplicate. */
  const nobody = () =>
    match !== undefined && update({ distinctFromIds: [...draft.distinctFromIds, match.customerId] })
  const privacy = useView((view) => view.privacy)
  // Nobody is named while a buyer looks, and what can't be seen can't be answered.
  const isHidden = privacy && !chosen
  useAnswerKeys(match !== undefined && !chosen && !privacy, { Enter: same, KeyN: colleague, KeyX: nobody })
  if (met === undefined) return null
  if (isHidden) {
    return (
      <section className={styles.pane} aria-label={text('met.title')}>
        <HiddenNote />
      </section>
    )
  }
  return (
    <section className={styles.pane} aria-label={text('met.title')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{text(chosen ? 'met.onPage' : 'met.title')}</h2>
        {match !== undefined && !chosen && <Reason match={match} />}
      </div>
      <p>
        <bdi className={styles.name}>{nameOf(met.customer)}</bdi> <bdi>{met.person?.fullName}</bdi>
      </p>
      <Memory met={met} />
      <div className={styles.answers}>
        {chosen ? (
          <button
            type="button"
            className={styles.answer}
            onClick={() => update({ existingCustomerId: undefined, existingPersonId: undefined })}
          >
            {text('met.notThem')}
          </button>
        ) : (
          <>
            {match?.personId !== undefined && (
              <button type="button" className={styles.answer} onClick={same}>
                <KeyCaps chord="alt+Enter" /> {text('met.same')}
              </button>
            )}
            <button type="button" className={styles.answer} onClick={colleague}>
              <KeyCaps chord="alt+KeyN" /> {text('met.colleague')}
            </button>
            <button type="button" className={styles.answer} onClick={nobody}>
              <KeyCaps chord="alt+KeyX" /> {text('met.nobody')}
            </button>
          </>
        )}
      </div>
    </section>
  )
}

function Reason({ match }: { match: Match }) {
  const text = useText()
  const reason = match.reasons[0]
  return reason === undefined ? null : (
    <span className={styles.note}>{text(`met.reason.${reason.code}`)}</span>
  )
}

/** Talk, price, promise: the three things a buyer expects one to remember. Hidden while a buyer looks. */
function Memory({ met }: { met: MetBefore }) {
  const text = useText()
  const formats = useFormats()
  const { money, unitPrice } = useMoneyFormats()
  const privacy = useView((view) => view.privacy)
  const { sources } = useNotebook()
  if (privacy) return <HiddenNote />
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const today = dayIn(zone, sources.now())
  const { lastTalk, lastPrice, openPromise } = met
  const line = lastPrice?.lines[0]
  const late = openPromise !== undefined && compareDays(openPromise.dueOn, today) < 0
  return (
    <dl className={styles.memory}>
      {lastTalk !== undefined && (
        <>
          <dt>{text('met.talk')}</dt>
          <dd>
            {text(`interaction.${lastTalk.kind}`)}{' '}
            {formats.shortDay(lastTalk.day ?? dayIn(zone, lastTalk.at))}{' '}
            <bdi className={`${styles.note} ${styles.shortened}`} title={lastTalk.text}>
              {lastTalk.text}
            </bdi>
          </dd>
        </>
      )}
      {lastPrice !== undefined && (
        <>
          <dt>{text('met.price')}</dt>
          <dd>
            {line === undefined
              ? money(lastPrice.total)
              : `${line.unitPrice.currency} ${unitPrice(line.unitPrice)}`}{' '}
            <span className={styles.note}>
              <bdi>{[line?.description, lastPrice.incoterm, lastPrice.place].filter(Boolean).join(' ')}</bdi>{' '}
              {lastPrice.number !== undefined && <bdi className={styles.whole}>{lastPrice.number}</bdi>},{' '}
              {formats.shortDay(lastPrice.on)}
            </span>
          </dd>
        </>
      )}
      {openPromise !== undefined && (
        <>
          <dt>{text('met.open')}</dt>
          <dd>
            <bdi>{openPromise.text}</bdi>{' '}
            <span className={late ? styles.late : styles.note}>
              {late
                ? text('promise.late', { days: daysBetween(openPromise.dueOn, today) })
                : text('promise.inDays', { days: daysBetween(today, openPromise.dueOn) })}
            </span>
          </dd>
        </>
      )}
    </dl>
  )
}

/** Asks the worker at each keystroke; an answer to an older keystroke is dropped. */
function useBestMatch(draft: LeadDraft): Match | undefined {
  const notebook = useNotebook()
  const [match, setMatch] = useState<Match>()
  const typed = useDeferredValue(draft)
  const { company, person, country, website } = typed
  const handles = JSON.stringify(draftHandles(typed))
  const told = draft.distinctFromIds.join()
  const isMatchable = useNotebookState((state) => state.isMatchable)
  // biome-ignore lint/correctness/useExhaustiveDependencies: before everybody was known, somebody may have been missed
  useEffect(() => {
    let wanted = true
    const addresses: { kind: string; value: string }[] = JSON.parse(handles)
    const valuesOf = (kind: string) =>
      addresses.filter((address) => address.kind === kind).map((address) => address.value)
    void notebook
      .metBefore({
        company,
        person,
        emails: valuesOf('email'),
        phones: valuesOf('phone'),
        handles: addresses,
        ...(website === '' ? {} : { domain: website }),
        ...(country === '' ? {} : { country }),
      })
      .then((matches) => {
        if (wanted) setMatch(matches.find(({ customerId }) => !told.includes(customerId)))
      })
    return () => {
      wanted = false
    }
  }, [notebook, company, person, country, website, handles, told, isMatchable])
  return match
}

/** The answers' keys, with Alt, from any line of the form. */
function useAnswerKeys(active: boolean, answers: Readonly<Record<string, () => void>>): void {
  useLayoutEffect(() => {
    if (!active) return
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || isDialogOpen()) return
      const answer = answers[event.code]
      if (answer === undefined) return
      answer()
      event.preventDefault()
      event.stopPropagation()
    }
    // Before the form sees it, which takes Enter for "next line".
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  })
}
