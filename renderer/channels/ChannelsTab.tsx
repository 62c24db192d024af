import { useState } from 'react'
import { placeKeyOf } from '#shared/costs/costPlace'
import { type PlaceFigures, WHOLE } from '#shared/costs/placeFigures'
import type { Channel, Touchpoint } from '#shared/records/touchpoint'
import type { ReportWords } from '#shared/reporting/words'
import { dayIn } from '#shared/time/calendarDay'
import { trailingYear } from '#shared/time/period'
import { useErrorText, useIsolated, useText } from '../i18n/text'
import { useReportWords } from '../i18n/useReportWords'
import { usePreferences } from '../settings/PreferencesContext'
import { useNotebook, useRead } from '../store/NotebookContext'
import { type PlaceBook, placeBook } from '../store/queries/places'
import { deviceZone } from '../store/TodayContext'
import { type PlaceAsked, usePlaceFigures } from '../store/usePlaceFigures'
import sheet from '../ui/sheet.module.css'
import { useView } from '../view/viewState'
import { BudgetNote } from './BudgetNote'
import { ChannelDialog } from './ChannelDialog'
import styles from './Channels.module.css'
import { PlaceQuestionRow } from './PlaceQuestionRow'
import { type PlaceLine, PlaceTable } from './PlaceTable'
import { TouchpointDialog } from './TouchpointDialog'

/** Every channel and touchpoint, cost and result side by side, for a period, a view of costs and a way of crediting. */
export function ChannelsTab() {
  const text = useText()
  const errorText = useErrorText()
  const isolated = useIsolated()
  const words = useReportWords(usePreferences().language)
  const { sources } = useNotebook()
  const [asked, setAsked] = useState<PlaceAsked>(() => ({
    period: trailingYear(dayIn(deviceZone(), sources.now())),
    model: 'firstTouch',
    view: 'cash',
  }))
  const book = useRead(placeBook, [])
  const { answer, fault, waiting } = usePlaceFigures(asked)
  const [channel, setChannel] = useState<Channel | 'new'>()
  const [touchpoint, setTouchpoint] = useState<Touchpoint | 'new'>()
  const privacy = useView((view) => view.privacy)
  if (book === undefined) return null
  const { figures } = answer ?? { figures: new Map<string, PlaceFigures>() }
  return (
    <section className={`${sheet.ground} ${styles.ledger}`} aria-busy={waiting}>
      <header className={sheet.head}>
        <h1 className={sheet.heading}>{text('channels.tab.channels')}</h1>
        <button type="button" className={sheet.secondary} onClick={() => setChannel('new')}>
          {text('channels.addChannel')}
        </button>
        <button type="button" className={sheet.primary} onClick={() => setTouchpoint('new')}>
          {text('channels.addTouchpoint')}
        </button>
      </header>
      <PlaceQuestionRow asked={asked} onChange={setAsked} />
      {fault !== undefined && (
        <p role="alert" className={styles.fault}>
          {errorText(fault.code)}
        </p>
      )}
      {privacy && <p className={styles.note}>{text('costs.hidden')}</p>}
      <PlaceTable
        caption={text('costs.channels')}
        lines={channelLines(book, text)}
        whole={{ key: WHOLE, name: text('channels.whole'), about: '' }}
        figures={figures}
        words={words}
        onEdit={(id) => setChannel(book.channels.find((one) => one.id === id))}
      />
      {book.channels.length === 0 && <p className={styles.note}>{text('channels.noChannels')}</p>}
      {book.touchpoints.length > 0 && (
        <PlaceTable
          caption={text('channels.touchpoints')}
          lines={touchpointLines(book, words, text, isolated)}
          figures={figures}
          words={words}
          onEdit={(id) => setTouchpoint(book.touchpoints.find((one) => one.id === id))}
        />
      )}
      {channel !== undefined && (
        <ChannelDialog
          channel={channel === 'new' ? undefined : channel}
          onClose={() => setChannel(undefined)}
        />
      )}
      {touchpoint !== undefined && (
        <TouchpointDialog
          touchpoint={touchpoint === 'new' ? undefined : touchpoint}
          channels={book.channels}
          base={book.base}
          onClose={() => setTouchpoint(undefined)}
        />
      )}
    </section>
  )
}

type Text = ReturnType<typeof useText>

function channelLines(book: PlaceBook, text: Text): PlaceLine[] {
  return book.channels.map(({ id, name, ownership, kind }) => ({
    id,
    key: placeKeyOf({ channelId: id }),
    name,
    about: [
      text(`channel.ownership.${ownership}`),
      ...(kind === undefined ? [] : [text(`channel.kind.${kind}`)]),
    ].join(' · '),
  }))
}

function touchpointLines(
  book: PlaceBook,
  words: ReportWords,
  text: Text,
  isolated: (piece: string) => string,
): PlaceLine[] {
  const nameOf = new Map(book.channels.map(({ id, name }) => [id, name]))
  return book.touchpoints.map((one) => ({
    id: one.id,
    key: placeKeyOf({ touchpointId: one.id }),
    name: one.name,
    about: [
      text(`touchpoint.kind.${one.kind}`),
      nameOf.get(one.channelId ?? ''),
      one.series !== undefined && one.name.startsWith(one.series) ? undefined : one.series,
      one.startsOn === undefined ? undefined : words.date(one.startsOn),
    ]
      .filter((part) => part !== undefined)
      .map(isolated)
      .join(' · '),
    note: one.budget === undefined ? undefined : <BudgetNote touchpoint={one} book={book} words={words} />,
  }))
}
