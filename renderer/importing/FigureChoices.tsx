import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { ImportSummary } from '#shared/ipc/importing'
import { DayInput } from '../i18n/DayInput'
import { useText } from '../i18n/text'
import type { DeskFile } from '../store/deskState'
import { useImportDesk } from '../store/ImportDeskContext'
import { useRead } from '../store/NotebookContext'
import { figurePlaces } from '../store/queries/figurePlaces'
import styles from './Import.module.css'

/** What only the person knows of a file of costs and counts: where it belongs, and the days when it names none. */
export function FigureChoices({ file, summary }: { file: DeskFile; summary: ImportSummary }) {
  const isDayless =
    file.overrides.period !== undefined ||
    summary.rejectedRows.some(({ code }) => code === 'import.reject.noPeriod')
  return (
    <>
      <PlaceRow file={file} />
      {isDayless && <PeriodRow file={file} />}
    </>
  )
}

function PlaceRow({ file }: { file: DeskFile }) {
  const text = useText()
  const desk = useImportDesk()
  const places = useRead(figurePlaces, [])
  const chosen = file.chosen?.touchpointId ?? file.chosen?.channelId ?? ''
  const choices = (records: readonly { readonly id: string; readonly name: string }[]) =>
    records.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className={styles.decision}>
      <label htmlFor="import-place">{text('import.place')}</label>
      <NativeSelect
        id="import-place"
        size="xs"
        classNames={{ input: styles.select ?? '' }}
        disabled={file.stage.kind === 'busy'}
        value={chosen}
        onChange={(event) => {
          const id = event.currentTarget.value
          const isFair = places?.touchpoints.some((one) => one.id === id) === true
          const place = isFair ? { touchpointId: id } : { channelId: id }
          void desk.choose(file.token, { chosen: id === '' ? undefined : place })
        }}
        data={[
          { value: '', label: text('import.placeAsFile') },
          { group: text('import.placeFairs'), items: choices(places?.touchpoints ?? []) },
          { group: text('import.placeChannels'), items: choices(places?.channels ?? []) },
        ]}
      />
      <span className={styles.note}>{text('import.placeWhy')}</span>
    </div>
  )
}

/** Both days are asked before the file is read anew with them. */
function PeriodRow({ file }: { file: DeskFile }) {
  const text = useText()
  const desk = useImportDesk()
  const [days, setDays] = useState({
    from: file.overrides.period?.from ?? '',
    to: file.overrides.period?.to ?? '',
  })
  const choose = (change: Partial<typeof days>) => {
    const next = { ...days, ...change }
    setDays(next)
    if (next.from !== '' && next.to !== '' && next.from <= next.to)
      desk.override(file.token, { period: next })
  }
  return (
    <div className={styles.decision} data-ask={file.overrides.period === undefined}>
      <span>{text('import.period')}</span>
      <div className={styles.days}>
        {(['from', 'to'] as const).map((end) => (
          <DayInput
            key={end}
            size="xs"
            aria-label={text(end === 'from' ? 'import.periodFrom' : 'import.periodTo')}
            value={days[end]}
            disabled={file.stage.kind === 'busy'}
            onChange={(event) => choose({ [end]: event.currentTarget.value })}
          />
        ))}
      </div>
      <span className={styles.note}>{text('import.periodWhy')}</span>
    </div>
  )
}
