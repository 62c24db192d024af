import { useState } from 'react'
import { type ContentFilter, filterContent } from '#shared/library/contentFilter'
import { worstExpiry } from '#shared/library/expiry'
import { CONTENT_KINDS, type Content } from '#shared/records/content'
import { dayIn } from '#shared/time/calendarDay'
import { useIntlLanguageName } from '../i18n/languageNames'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { allContent, allPositions } from '../store/queries/library'
import { deviceZone } from '../store/TodayContext'
import { useNow } from '../store/useNow'
import link from '../ui/link.module.css'
import { CONTENT_VIEWS, useLibraryView } from '../view/libraryView'
import { ContentBoard } from './ContentBoard'
import { ContentList } from './ContentList'
import { ContentMonth } from './ContentMonth'
import styles from './Library.module.css'
import { PartHead } from './PartHead'
import { PieceDialog } from './PieceDialog'

/** The content shelf: as a board from idea to published, as a calendar, or as a list; narrowed alike in all three. */
export function ContentPart() {
  const text = useText()
  const content = useRead(allContent, [])
  const positions = useRead(allPositions, []) ?? []
  const today = dayIn(deviceZone(), useNow())
  const [filter, setFilter] = useState<ContentFilter>({})
  const { contentView, dialog, openDialog } = useLibraryView()
  const open = dialog?.kind === 'piece' ? content?.find((piece) => piece.id === dialog.id) : undefined
  const shown = content === undefined ? [] : filterContent(content, filter, today)
  const view = { content: shown, today }
  return (
    <div className={styles.part}>
      <PartHead
        title={text('library.tab.content')}
        add={text('content.add')}
        onAdd={() => openDialog({ kind: 'newPiece' })}
      >
        <ViewSwitch />
      </PartHead>
      {content?.length === 0 ? (
        <p className={styles.empty}>{text('content.empty')}</p>
      ) : (
        content !== undefined && (
          <>
            <RunningOut content={content} today={today} onShow={() => setFilter({ isRunningOut: true })} />
            <Filters filter={filter} onFilter={setFilter} content={content} positions={positions} />
            {shown.length === 0 && <p className={styles.note}>{text('content.noneFit')}</p>}
            {contentView === 'board' && <ContentBoard {...view} />}
            {contentView === 'month' && <ContentMonth {...view} />}
            {contentView === 'list' && <ContentList {...view} />}
          </>
        )
      )}
      {(dialog?.kind === 'newPiece' || open !== undefined) && (
        <PieceDialog
          key={open?.id ?? 'new'}
          piece={open}
          on={dialog?.kind === 'newPiece' ? dialog.on : undefined}
          positions={positions}
          today={today}
          onClose={() => openDialog(undefined)}
        />
      )}
    </div>
  )
}

function ViewSwitch() {
  const text = useText()
  const { contentView, showContentAs } = useLibraryView()
  return (
    <fieldset className={styles.switch}>
      <legend className="visually-hidden">{text('content.view')}</legend>
      {CONTENT_VIEWS.map((view) => (
        <button
          key={view}
          type="button"
          aria-pressed={view === contentView}
          onClick={() => showContentAs(view)}
        >
          {text(`content.view.${view}`)}
        </button>
      ))}
    </fieldset>
  )
}

/** What has run out or soon will is said before anybody gives it away. */
function RunningOut(props: { content: readonly Content[]; today: string; onShow: () => void }) {
  const text = useText()
  const kept = props.content.filter((piece) => piece.retiredAt === undefined)
  const expiries = kept.map((piece) => worstExpiry(piece, props.today))
  const expired = expiries.filter((expiry) => expiry === 'expired').length
  const expiring = expiries.filter((expiry) => expiry === 'expiring').length
  if (expired + expiring === 0) return null
  return (
    <p className={styles.warning}>
      {text('content.runningOut', { expired, expiring })}{' '}
      <button type="button" className={link.link} onClick={props.onShow}>
        {text('content.showThem')}
      </button>
    </p>
  )
}

function Filters(props: {
  filter: ContentFilter
  onFilter: (filter: ContentFilter) => void
  content: readonly Content[]
  positions: readonly { readonly id: string; readonly text: string; readonly kind: string }[]
}) {
  const { filter, onFilter, content } = props
  const text = useText()
  const languageName = useIntlLanguageName()
  const languages = [
    ...new Set(content.flatMap((piece) => piece.editions.map((edition) => edition.language))),
  ]
  const positions = props.positions.filter((position) => position.kind !== 'value')
  return (
    <search className={styles.filters}>
      <input
        type="search"
        className={styles.field}
        dir="auto"
        aria-label={text('gift.search')}
        placeholder={text('gift.search')}
        value={filter.typed ?? ''}
        onChange={(event) => onFilter({ ...filter, typed: event.currentTarget.value })}
      />
      <select
        className={styles.native}
        aria-label={text('content.kind')}
        value={filter.kind ?? ''}
        onChange={(event) =>
          onFilter({ ...filter, kind: CONTENT_KINDS.find((kind) => kind === event.currentTarget.value) })
        }
      >
        <option value="">{text('content.anyKind')}</option>
        {CONTENT_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {text(`content.kind.${kind}`)}
          </option>
        ))}
      </select>
      <select
        className={styles.native}
        aria-label={text('content.language')}
        value={filter.language ?? ''}
        onChange={(event) => onFilter({ ...filter, language: event.currentTarget.value || undefined })}
      >
        <option value="">{text('content.anyLanguage')}</option>
        {languages.map((language) => (
          <option key={language} value={language}>
            {languageName(language)}
          </option>
        ))}
      </select>
      <select
        className={styles.native}
        aria-label={text('library.tab.positions')}
        value={filter.positionId ?? ''}
        onChange={(event) => onFilter({ ...filter, positionId: event.currentTarget.value || undefined })}
      >
        <option value="">{text('content.anyPosition')}</option>
        {positions.map((position) => (
          <option key={position.id} value={position.id}>
            {position.text}
          </option>
        ))}
      </select>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={filter.isRunningOut ?? false}
          onChange={(event) => onFilter({ ...filter, isRunningOut: event.currentTarget.checked })}
        />{' '}
        {text('content.onlyRunningOut')}
      </label>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={filter.isRetired ?? false}
          onChange={(event) => onFilter({ ...filter, isRetired: event.currentTarget.checked })}
        />{' '}
        {text('content.onlyRetired')}
      </label>
    </search>
  )
}
