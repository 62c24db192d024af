import { NativeSelect } from '@mantine/core'
import type { Decision, ImportOverrides } from '#shared/importing/reading'
import type { ImportSummary } from '#shared/ipc/importing'
import { useCountries } from '../i18n/countries'
import { useText } from '../i18n/text'
import type { DeskFile } from '../store/deskState'
import { useImportDesk } from '../store/ImportDeskContext'
import { decisionOverride, decisionValueText } from './decisionWords'
import styles from './Import.module.css'
import { codeText } from './words'

/** What reading decided by itself, each with its reason and the other choices. */
export function DecisionList({ file, summary }: { file: DeskFile; summary: ImportSummary }) {
  const text = useText()
  const desk = useImportDesk()
  const isBusy = file.stage.kind === 'busy'
  const needsCountry =
    file.overrides.country !== undefined ||
    summary.warnings.some(({ code }) => code === 'import.warn.phoneWithoutCountry')
  const override = (change: ImportOverrides) => desk.override(file.token, change)
  return (
    <section className={styles.block} aria-label={text('import.howRead')}>
      <h3 className={styles.blockTitle}>{text('import.howRead')}</h3>
      <div className={styles.decisions}>
        {firstOfEach(summary.decisions).map((decision) => (
          <DecisionRow key={decision.what} decision={decision} disabled={isBusy} onChoose={override} />
        ))}
        {needsCountry && <CountryRow file={file} disabled={isBusy} onChoose={override} />}
      </div>
    </section>
  )
}

function DecisionRow(props: {
  decision: Decision
  disabled: boolean
  onChoose: (change: ImportOverrides) => void
}) {
  const { decision, disabled, onChoose } = props
  const text = useText()
  const { what, chosen, alternatives, why, params, ask } = decision
  const values = [chosen, ...alternatives]
  const label = text(`import.what.${what}`)
  const column = params?.column
  return (
    <div className={styles.decision} data-ask={ask === true}>
      <label htmlFor={`import-${what}`}>{label}</label>
      {alternatives.length === 0 ? (
        <strong id={`import-${what}`}>
          <bdi>{decisionValueText(text, what, chosen)}</bdi>
        </strong>
      ) : (
        <NativeSelect
          id={`import-${what}`}
          size="xs"
          classNames={{ input: styles.select ?? '' }}
          disabled={disabled}
          value="0"
          onChange={(event) => {
            const value = values[Number(event.currentTarget.value)]
            if (value !== undefined) onChoose(decisionOverride(what, value))
          }}
          data={values.map((value, index) => ({
            value: String(index),
            label: decisionValueText(text, what, value),
          }))}
        />
      )}
      <span className={styles.note}>
        {ask === true && <strong className={styles.ask}>{text('import.askYou')} </strong>}
        {codeText(text, why)}
        {typeof column === 'string' && column !== '' && (
          <>
            {' · '}
            <bdi>{column}</bdi>
          </>
        )}
      </span>
    </div>
  )
}

function CountryRow(props: {
  file: DeskFile
  disabled: boolean
  onChoose: (change: ImportOverrides) => void
}) {
  const text = useText()
  const countries = useCountries()
  return (
    <div className={styles.decision}>
      <label htmlFor="import-country">{text('import.phoneCountry')}</label>
      <NativeSelect
        id="import-country"
        size="xs"
        classNames={{ input: styles.select ?? '' }}
        disabled={props.disabled}
        value={props.file.overrides.country ?? ''}
        onChange={(event) => {
          const country = event.currentTarget.value
          if (country !== '') props.onChoose({ country })
        }}
        data={[{ value: '', label: text('import.phoneCountryNone') }, ...countries]}
      />
      <span className={styles.note}>{text('import.phoneCountryWhy')}</span>
    </div>
  )
}

/** One line a kind: an answer for dates or decimals holds for all columns, so the one that asks stands for them. */
function firstOfEach(decisions: readonly Decision[]): Decision[] {
  const byWhat = new Map<Decision['what'], Decision>()
  for (const decision of decisions) {
    const known = byWhat.get(decision.what)
    if (known === undefined || (decision.ask === true && known.ask !== true))
      byWhat.set(decision.what, decision)
  }
  return [...byWhat.values()]
}
