import { CloseButton } from '@mantine/core'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { CommandList } from '../commands/registry'
import { useText } from '../i18n/text'
import { KeyCaps } from '../ui/KeyCaps'
import { type Place, useView } from '../view/viewState'
import styles from './HelpPanel.module.css'
import { KeyRow } from './KeyRow'
import { PLACE_COMMANDS, PLACE_OWN_KEYS } from './placeKeys'
import { useGiveWay } from './useGiveWay'

/** What is done most in every place, in this order. */
const OFTEN = ['first', 'second', 'third'] as const

/**
 * One short page about the place that is open: what it is for, what is done most, what "saved" means here, its keys. It
 * stands beside the place or, where that would squeeze it, over its end until the focus goes there, and covers no dialog,
 * so that one can read and do; it follows whoever goes elsewhere.
 */
export function HelpPanel({ commands }: { commands: CommandList }) {
  const shown = useView((view) => view.helpShown)
  return shown ? <HelpPage commands={commands} /> : null
}

function HelpPage({ commands }: { commands: CommandList }) {
  const text = useText()
  const place = useView((view) => view.place)
  const { panel, title, close } = useReading()
  useGiveWay(panel, close)
  const titleId = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // The place has an Escape of its own, which this one does not mean.
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  return (
    <aside ref={panel} className={styles.panel} aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <h2 ref={title} id={titleId} className={styles.title} tabIndex={-1}>
          {text('help.label', { place: text(`place.${place}`) })}
        </h2>
        <KeyCaps chord="F1" />
        <CloseButton aria-label={text('action.close')} onClick={close} />
      </header>
      <p className={styles.purpose}>{text(`help.${place}.purpose`)}</p>
      <h3 className={styles.heading}>{text('help.often')}</h3>
      <ol className={styles.often}>
        {OFTEN.map((part) => (
          <li key={part}>{text(`help.${place}.${part}`)}</li>
        ))}
      </ol>
      <h3 className={styles.heading}>{text('help.savedTitle')}</h3>
      <p>{text(`help.${place}.saved`)}</p>
      <h3 className={styles.heading}>{text('help.keys')}</h3>
      <PlaceKeys place={place} commands={commands} />
    </aside>
  )
}

/** The keys that lead to the place, those of its own, and the commands that belong to it. */
function PlaceKeys({ place, commands }: { place: Place; commands: CommandList }) {
  const text = useText()
  const named = (id: string) => commands.filter((command) => command.id === id)
  const own = PLACE_OWN_KEYS[place] ?? []
  return (
    <ul>
      {[`go.${place}`, ...(PLACE_COMMANDS[place] ?? [])].flatMap(named).map((command) => (
        <KeyRow key={command.id} chords={command.keys} words={text(command.titleKey)} />
      ))}
      {own.map(({ chord, does }) => (
        <KeyRow key={chord} chords={[chord]} words={text(does)} />
      ))}
    </ul>
  )
}

/** The page takes the focus when it comes, so that it is read out, and gives it back when it goes. */
function useReading() {
  const showHelp = useView((view) => view.showHelp)
  const panel = useRef<HTMLElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const shownPanel = panel.current
    title.current?.focus()
    return () => {
      const isElsewhere =
        document.activeElement !== document.body && !shownPanel?.contains(document.activeElement)
      if (!isElsewhere && before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return { panel, title, close: () => showHelp(false) }
}
