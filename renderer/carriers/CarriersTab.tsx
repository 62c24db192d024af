import { useState } from 'react'
import { openSuggestions, type SuggestedCarrier } from '#shared/carriers/suggestedCarriers'
import type { Carrier } from '#shared/records/carrier'
import { useEdits } from '../edits/useEdits'
import { useText } from '../i18n/text'
import { useReportWords } from '../i18n/useReportWords'
import { usePreferences } from '../settings/PreferencesContext'
import { useNotebook, useRead } from '../store/NotebookContext'
import { carrierBook } from '../store/queries/carriers'
import sheet from '../ui/sheet.module.css'
import { CarrierDialog } from './CarrierDialog'
import styles from './CarriersTab.module.css'
import { CarrierTable } from './CarrierTable'
import { DrainageSection } from './DrainageSection'
import { useCarrierFigures } from './useCarrierFigures'

/** Our own ground: who is on it, how it grows, how far it reaches, and what brings people onto it. */
export function CarriersTab() {
  const text = useText()
  const edits = useEdits()
  const { sources } = useNotebook()
  const { language } = usePreferences()
  const words = useReportWords(language)
  const book = useRead(carrierBook, [])
  const figures = useCarrierFigures()
  const [edited, setEdited] = useState<Carrier | 'new'>()
  if (book === undefined) return null
  const suggested = openSuggestions(book.carriers)
  const one = figures?.owned.onOne.value
  const two = figures?.owned.onTwo.value

  const found = ({ nameKey, kind, handleKind }: SuggestedCarrier) => {
    const name = text(nameKey)
    const fields = { name, nameKey, kind, ...(handleKind === undefined ? {} : { handleKind }) }
    return edits.create('carriers', fields, { key: 'change.carrier', params: { name } })
  }

  return (
    <div className={`${sheet.ground} ${styles.page}`}>
      <header className={sheet.head}>
        <h1 className={sheet.heading}>{text('carriers.title')}</h1>
        <button type="button" className={sheet.primary} onClick={() => setEdited('new')}>
          {text('carrier.add')}
        </button>
      </header>
      {book.carriers.length === 0 ? (
        <p className={styles.note}>{text('carriers.empty')}</p>
      ) : (
        <>
          {figures === undefined && (
            <p role="status" className={styles.note}>
              {text('carriers.reading')}
            </p>
          )}
          {one !== undefined && two !== undefined && (
            <p className={styles.note}>
              {text('carriers.lead', { one: words.share(one), two: words.share(two) })}
            </p>
          )}
          <CarrierTable carriers={book.carriers} figures={figures} words={words} onEdit={setEdited} />
        </>
      )}
      {suggested.length > 0 && (
        <p className={styles.suggested}>
          <span>{text('carriers.suggested')}</span>
          {suggested.map((each) => (
            <button
              key={each.nameKey}
              type="button"
              className={styles.quiet}
              onClick={() => void found(each)}
            >
              + {text(each.nameKey)}
            </button>
          ))}
        </p>
      )}
      {figures !== undefined && <DrainageSection book={book} figures={figures} words={words} />}
      {edited !== undefined && (
        <CarrierDialog
          carrier={edited === 'new' ? undefined : edited}
          carriers={book.carriers}
          newId={sources.newId}
          onClose={() => setEdited(undefined)}
        />
      )}
    </div>
  )
}
