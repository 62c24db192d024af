import { Modal, NumberInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { CaughtUp } from '#shared/nurture/catchUp'
import { useFormats } from '../i18n/formats'
import { Joined } from '../i18n/Joined'
import { useCustomerName } from '../i18n/names'
import { useErrorText, useText } from '../i18n/text'
import letterStyles from '../nurture/Letter.module.css'
import { Private } from '../privacy/Private'
import { useRead } from '../store/NotebookContext'
import { customerLines } from '../store/queries/customerList'
import type { CatchUpAnswer } from '../workers/catchUpReader'
import styles from './CatchUp.module.css'
import { movesOf, useCatchUp, useSpread } from './useCatchUp'

/** So many names of a day tell who it is about; the others are counted. */
const NAMED_A_DAY = 6
const MOST_PER_DAY = 200

/** Where the backlog would go, day by day, before anything is written. */
export function CatchUpDialog({ today, onClose }: { today: string; onClose: () => void }) {
  const text = useText()
  const errorText = useErrorText()
  const [perDay, setPerDay] = useState<number>()
  const state = useCatchUp(today, perDay)
  const spread = useSpread()
  const answer = state.kind === 'ready' ? state.answer : undefined
  // A preview of another number is on its way: what is not on the screen is not saved.
  const isCurrent = answer !== undefined && (perDay === undefined || perDay === answer.perDay)
  const moves = isCurrent ? movesOf(answer.caughtUp, today) : []
  const save = async () => {
    if (await spread(moves)) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={text('catchUp.title')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <Private>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (moves.length > 0) void save()
          }}
        >
          <NumberInput
            data-autofocus
            className={styles.perDay}
            label={text('catchUp.perDay')}
            description={text('catchUp.perDayHint')}
            min={1}
            max={MOST_PER_DAY}
            allowDecimal={false}
            value={perDay ?? answer?.perDay ?? ''}
            onChange={(value) => {
              const count = Number(value)
              if (Number.isInteger(count) && count >= 1 && count <= MOST_PER_DAY) setPerDay(count)
            }}
          />
          {state.kind === 'failed' && <p role="alert">{errorText(state.code)}</p>}
          {isCurrent && (
            <>
              <p role="status">
                {text('catchUp.sum', { moved: moves.length, stay: answer.caughtUp.length - moves.length })}
              </p>
              <Days answer={answer} today={today} />
            </>
          )}
          <button type="submit" className={letterStyles.primary} disabled={moves.length === 0}>
            {text('catchUp.save', { count: moves.length })}
          </button>
        </form>
      </Private>
    </Modal>
  )
}

/** Each day with what stands there already and what comes to it; who that is, by rank. */
function Days({ answer, today }: { answer: CatchUpAnswer; today: string }) {
  const text = useText()
  const formats = useFormats()
  const nameOf = useCustomerName()
  const days = useMemo(() => daysOf(answer.caughtUp), [answer])
  const named = useMemo(
    () => days.flatMap(([, own]) => own.slice(0, NAMED_A_DAY).map(({ touch }) => touch.customerId)),
    [days],
  )
  const lines = useRead((db) => customerLines(db, [...new Set(named)]), [named])
  const most = Math.max(answer.perDay, ...days.map(([day, own]) => own.length + (answer.load.get(day) ?? 0)))
  const share = (count: number) => `${(100 * count) / most}%`
  const nameAt = ({ touch }: CaughtUp) => {
    const line = lines?.get(touch.customerId)
    return line === undefined ? undefined : line.person?.fullName || nameOf(line.customer)
  }
  // Days and names appear at once: names that come later would push the days apart.
  if (lines === undefined) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={styles.scroller} tabIndex={0} aria-label={text('catchUp.preview')}>
      <ol>
        {days.map(([day, own]) => {
          const before = answer.load.get(day) ?? 0
          return (
            <li key={day} className={styles.dayRow}>
              <strong>{day === today ? text('timeline.today') : formats.weekdayDay(day)}</strong>
              <span className={styles.bars} aria-hidden="true">
                <i data-kind="before" style={{ inlineSize: share(before) }} />
                <i data-kind="added" style={{ inlineSize: share(own.length) }} />
              </span>
              <span className={styles.counts}>{text('catchUp.counts', { before, added: own.length })}</span>
              <span className={styles.names}>
                <Joined parts={own.slice(0, NAMED_A_DAY).map(nameAt)} />
                {own.length > NAMED_A_DAY && ` ${text('catchUp.more', { count: own.length - NAMED_A_DAY })}`}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** Days in order, each with its touches by rank. */
function daysOf(caughtUp: readonly CaughtUp[]): readonly (readonly [string, readonly CaughtUp[]])[] {
  const days = new Map<string, CaughtUp[]>()
  for (const one of caughtUp) {
    const own = days.get(one.to)
    if (own === undefined) days.set(one.to, [one])
    else own.push(one)
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1))
}
