import {
  ArrowDownLeft,
  ArrowUpRight,
  Banknote,
  Building2,
  Check,
  CircleDashed,
  FileText,
  Flag,
  Gift,
  Link2,
  type LucideIcon,
  MessageSquare,
  Newspaper,
  Package,
  Phone,
  StickyNote,
  TriangleAlert,
  Truck,
  UserPlus,
} from 'lucide-react'
import { useState } from 'react'
import type { InteractionKind } from '#shared/records/interaction'
import { compareDays, daysBetween } from '#shared/time/calendarDay'
import type { TimelineEntry } from '#shared/timeline/customerTimeline'
import { AppointmentEnd, AppointmentIcon, AppointmentWords } from '../appointments/AppointmentLine'
import { useEditDrafts } from '../edits/EditDrafts'
import { useEdits } from '../edits/useEdits'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { usePrivateWords } from '../privacy/usePrivateWords'
import { useNotebook } from '../store/NotebookContext'
import type { CustomerPageData } from '../store/queries/customerPage'
import { useView } from '../view/viewState'
import { EntryKind } from './EntryForm'
import { InteractionWords } from './InteractionWords'
import { LineHistory } from './LineHistory'
import styles from './Notebook.module.css'
import { PlannedEnd, PlannedWords } from './PlannedRow'
import { PromiseForm } from './PromiseForm'
import type { PageDialog } from './pageDialog'
import { TalkForm } from './TalkForm'
import { TradeEnd, TradeLines, TradeWords } from './TradeWords'

const INTERACTION_ICONS: Readonly<Record<InteractionKind, LucideIcon>> = {
  met: Building2,
  enquiry: MessageSquare,
  message: MessageSquare,
  call: Phone,
  visit: Building2,
  note: StickyNote,
  value: Gift,
  ask: ArrowUpRight,
  complaint: TriangleAlert,
  connected: Link2,
  payment: Banknote,
  news: Newspaper,
}

const PROMISE_WORDS = {
  promise: { us: 'promise.us', them: 'promise.them' },
  kept: { us: 'promise.keptUs', them: 'promise.keptThem' },
} as const

/** One line of the timeline: the day, a sign, bold subject first, one fact at the end. */
export function TimelineRow(props: {
  entry: TimelineEntry
  data: CustomerPageData
  today: string
  onDialog: (dialog: PageDialog) => void
}) {
  const { entry } = props
  const formats = useFormats()
  const Icon = iconOf(entry)
  return (
    <li className={styles.entry}>
      <time className={styles.entryDay} dateTime={entry.day}>
        {formats.shortDay(entry.day)}
      </time>
      <div className={styles.entryBody}>
        <Icon
          className={styles.entryIcon}
          // An arrow points from us to them: where one reads from the right, the other way.
          data-points={Icon === ArrowUpRight || Icon === ArrowDownLeft || undefined}
          size={16}
          strokeWidth={1.5}
          aria-hidden="true"
        />
        <div>
          <Words {...props} />
        </div>
        <span className={styles.entryEnd}>
          <End {...props} />
          <Before {...props} />
        </span>
        {(entry.kind === 'quote' || entry.kind === 'order') && (
          <TradeLines entry={entry} name={props.data.customer.name} />
        )}
      </div>
    </li>
  )
}

function Words(props: {
  entry: TimelineEntry
  data: CustomerPageData
  onDialog: (dialog: PageDialog) => void
}) {
  const { entry, data } = props
  const text = useText()
  const privacy = useView((view) => view.privacy)
  const words = usePrivateWords()
  const [writing, setWriting] = useState<'not' | 'now' | 'left'>('not')
  const leave = () => setWriting('left')
  const drafts = useEditDrafts()
  const isWriting = writing === 'now' || drafts.of(entry.id) !== undefined
  const { name } = data.customer
  // What is not shown as it is kept is not rewritten either.
  const kindOf = (what: string, isShown: boolean) => (
    <EntryKind
      what={what}
      focused={writing === 'left'}
      onChange={isShown ? () => setWriting('now') : undefined}
    />
  )
  switch (entry.kind) {
    case 'interaction': {
      const talk = entry.record
      const hidden = privacy && talk.private === true
      const isShown = !hidden && words(talk.text ?? '') === (talk.text ?? '')
      if (isWriting && isShown)
        return <TalkForm talk={talk} name={name} isAsked={writing === 'now'} onClose={leave} />
      const kind = kindOf(text(`interaction.${talk.kind}`), isShown)
      return <InteractionWords interaction={talk} hidden={hidden} kind={kind} />
    }
    case 'quote':
    case 'order':
    case 'sample':
      return <TradeWords entry={entry} onChange={() => props.onDialog(entry)} />
    case 'promise':
    case 'kept': {
      const promise = entry.record
      const what = text(PROMISE_WORDS[entry.kind][promise.by])
      const isShown = words(promise.text) === promise.text
      if (isWriting && isShown)
        return (
          <PromiseForm
            promise={promise}
            what={what}
            name={name}
            isAsked={writing === 'now'}
            onClose={leave}
          />
        )
      return (
        <>
          {kindOf(what, isShown)} <bdi>{words(promise.text)}</bdi>
        </>
      )
    }
    case 'stage':
      return (
        <>
          <strong>{text('timeline.stage')}</strong> {text(`stage.${entry.record.to}`)}
        </>
      )
    case 'appointment':
      return <AppointmentWords appointment={entry.record} />
    case 'planned':
      return <PlannedWords touch={entry.touch} data={data} />
    case 'referral': {
      const outward = entry.record.fromId === data.customer.id
      const other = privacy
        ? text('timeline.hidden')
        : data.relatedNames.get(outward ? entry.record.toId : entry.record.fromId) || text('lead.unnamed')
      return (
        <>
          <EntryKind
            what={text('timeline.referral')}
            onChange={privacy ? undefined : () => props.onDialog({ kind: 'relation', record: entry.record })}
          />{' '}
          <bdi>{text(outward ? 'timeline.referredBy' : 'timeline.referredTo', { name: other })}</bdi>
        </>
      )
    }
  }
}

function End({ entry, data, today }: { entry: TimelineEntry; data: CustomerPageData; today: string }) {
  const text = useText()
  const edits = useEdits()
  const { sources } = useNotebook()
  if (entry.kind === 'quote' || entry.kind === 'order' || entry.kind === 'sample')
    return <TradeEnd entry={entry} name={data.customer.name} />
  if (entry.kind === 'appointment')
    return <AppointmentEnd appointment={entry.record} name={data.customer.name} />
  if (entry.kind === 'planned') return <PlannedEnd touch={entry.touch} today={today} />
  if (entry.kind === 'interaction') return entry.record.grade ?? null
  if (entry.kind !== 'promise') return null
  const late = compareDays(entry.day, today) < 0
  return (
    <>
      <span className={late ? styles.late : undefined}>
        {late
          ? text('promise.late', { days: daysBetween(entry.day, today) })
          : text('promise.inDays', { days: daysBetween(today, entry.day) })}
      </span>{' '}
      <button
        type="button"
        className={styles.quiet}
        onClick={() =>
          void edits.update(
            'promises',
            entry.record.id,
            { doneAt: sources.now() },
            { key: 'change.promiseKept', params: { name: data.customer.name } },
          )
        }
      >
        {text('promise.done')}
      </button>
    </>
  )
}

/** The way to what the line said before it was changed. */
function Before({ entry, onDialog }: { entry: TimelineEntry; onDialog: (dialog: PageDialog) => void }) {
  const text = useText()
  switch (entry.kind) {
    case 'interaction':
      return (
        <LineHistory
          record={entry.record}
          what={text(`interaction.${entry.record.kind}`)}
          onDialog={onDialog}
        />
      )
    case 'quote':
    case 'order':
    case 'sample': {
      const number = entry.kind === 'sample' ? '' : (entry.record.number ?? '')
      const what = `${text(`trade.${entry.kind}`)} ${number}`.trim()
      return <LineHistory record={entry.record} what={what} onDialog={onDialog} />
    }
    case 'promise':
    case 'kept': {
      const what = text(PROMISE_WORDS[entry.kind][entry.record.by])
      return <LineHistory record={entry.record} what={what} onDialog={onDialog} />
    }
    case 'referral':
      return <LineHistory record={entry.record} what={text('timeline.referral')} onDialog={onDialog} />
    default:
      return null
  }
}

function iconOf(entry: TimelineEntry): LucideIcon {
  switch (entry.kind) {
    case 'interaction':
      return INTERACTION_ICONS[entry.record.kind]
    case 'quote':
      return FileText
    case 'order':
      return Truck
    case 'sample':
      return Package
    case 'promise':
      return entry.record.by === 'us' ? ArrowUpRight : ArrowDownLeft
    case 'kept':
      return Check
    case 'stage':
      return Flag
    case 'appointment':
      return AppointmentIcon
    case 'planned':
      return CircleDashed
    case 'referral':
      return UserPlus
  }
}
