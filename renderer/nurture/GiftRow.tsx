import { Gift as GiftSign, Link2, Paperclip, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { filterContent } from '#shared/library/contentFilter'
import type { Gift } from '#shared/library/giving'
import { dayIn } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { useIntlLanguageName } from '../i18n/languageNames'
import { useText } from '../i18n/text'
import { deviceZone } from '../store/TodayContext'
import { useNow } from '../store/useNow'
import { KeyCaps } from '../ui/KeyCaps'
import { useView } from '../view/viewState'
import styles from './Gift.module.css'
import type { Letter } from './useLetter'

/** The piece that goes with the letter, and the way to choose one. */
export function GiftRow(props: { letter: Letter; choosing: boolean; onChoose: (choosing: boolean) => void }) {
  const { letter, choosing, onChoose } = props
  const { gift } = letter
  const text = useText()
  if (choosing) {
    return (
      <GiftChoice
        gifts={letter.gifts}
        onPick={(contentId) => {
          letter.give(contentId)
          onChoose(false)
        }}
        onLeave={() => onChoose(false)}
      />
    )
  }
  if (gift === undefined) {
    return (
      <p className={styles.row}>
        <button type="button" className={styles.plain} aria-keyshortcuts="G" onClick={() => onChoose(true)}>
          <GiftSign size={14} strokeWidth={1.75} aria-hidden="true" /> {text('gift.choose')}{' '}
          <KeyCaps chord="KeyG" />
        </button>
      </p>
    )
  }
  return (
    <div className={styles.row}>
      <GiftName gift={gift} />
      <GiftMarks gift={gift} />
      <span className={styles.end}>
        <button type="button" className={styles.plain} aria-keyshortcuts="G" onClick={() => onChoose(true)}>
          {text('gift.change')} <KeyCaps chord="KeyG" />
        </button>
        <button type="button" className={styles.plain} onClick={() => letter.give(undefined)}>
          {text('gift.none')}
        </button>
      </span>
    </div>
  )
}

/** What goes, in which language, and how: as a file in the .eml, as a link in the text. */
function GiftName({ gift }: { gift: Gift }) {
  const text = useText()
  const languageName = useIntlLanguageName()
  const { edition, piece } = gift
  return (
    <span className={styles.name}>
      <strong>
        <bdi>{edition?.title ?? piece.title}</bdi>
      </strong>{' '}
      <small>
        {edition === undefined ? text('gift.noEdition') : languageName(edition.language)}
        {edition !== undefined && edition.attachmentId === undefined && edition.url === undefined && (
          <> · {text('gift.noEdition')}</>
        )}
        {edition?.attachmentId !== undefined && (
          <>
            {' · '}
            <Paperclip size={12} strokeWidth={1.75} aria-hidden="true" /> {text('gift.file')}
          </>
        )}
        {edition?.url !== undefined && (
          <>
            {' · '}
            <Link2 size={12} strokeWidth={1.75} aria-hidden="true" /> {text('gift.link')}
          </>
        )}
      </small>
    </span>
  )
}

/** What speaks against giving it: run out, given before, not their language. */
function GiftMarks({ gift }: { gift: Gift }) {
  const text = useText()
  const formats = useFormats()
  const { edition, expiry, givenAt, isTheirs } = gift
  const warnings = [
    expiry === 'expired' && text('library.expired', { day: formats.shortDay(edition?.expiresOn ?? '') }),
    expiry === 'expiring' && text('library.expiring', { day: formats.shortDay(edition?.expiresOn ?? '') }),
    givenAt !== undefined && text('gift.given', { day: formats.shortDay(dayIn(deviceZone(), givenAt)) }),
    edition !== undefined && !isTheirs && text('gift.otherLanguage'),
  ].filter((warning) => warning !== false)
  if (warnings.length === 0) return null
  return (
    <span className={styles.warning}>
      <TriangleAlert size={13} strokeWidth={1.75} aria-hidden="true" /> {warnings.join(' · ')}
    </span>
  )
}

/** The pieces that may be given, best first; typing narrows them, Escape leaves. */
function GiftChoice(props: {
  gifts: readonly Gift[]
  onPick: (contentId: string) => void
  onLeave: () => void
}) {
  const { gifts, onPick, onLeave } = props
  const text = useText()
  const [typed, setTyped] = useState('')
  const today = dayIn(deviceZone(), useNow())
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const fitting = new Set(
    filterContent(
      gifts.map((gift) => gift.piece),
      { typed },
      today,
    ).map((piece) => piece.id),
  )
  const shown = gifts.filter((gift) => fitting.has(gift.piece.id))
  return (
    <fieldset
      className={styles.choice}
      // Escape leaves the choice; a dialog around it stays.
      data-mantine-stop-propagation="true"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onLeave()
      }}
    >
      <legend className="visually-hidden">{text('gift.choose')}</legend>
      <div className={styles.search}>
        <input
          ref={field}
          className={styles.field}
          data-mantine-stop-propagation="true"
          dir="auto"
          aria-label={text('gift.search')}
          placeholder={text('gift.search')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="button" className={styles.plain} data-mantine-stop-propagation="true" onClick={onLeave}>
          {text('action.cancel')}
        </button>
      </div>
      {shown.length === 0 ? (
        <NothingToGive isEmpty={gifts.length === 0} />
      ) : (
        <ul className={styles.list}>
          {shown.map((gift) => (
            <li key={gift.piece.id}>
              <button
                type="button"
                className={styles.option}
                data-mantine-stop-propagation="true"
                onClick={() => onPick(gift.piece.id)}
              >
                <GiftName gift={gift} />
                <GiftMarks gift={gift} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}

function NothingToGive({ isEmpty }: { isEmpty: boolean }) {
  const text = useText()
  const openTab = useView((view) => view.openTab)
  if (!isEmpty) return <p className={styles.nothing}>{text('gift.nothingFound')}</p>
  return (
    <p className={styles.nothing}>
      {text('gift.nothing')}{' '}
      <button type="button" className={styles.plain} onClick={() => openTab('library', 'content')}>
        {text('gift.toLibrary')}
      </button>
    </p>
  )
}
