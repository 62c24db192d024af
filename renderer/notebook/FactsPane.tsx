import { useState } from 'react'
import { FACT_KINDS, type FactKind } from '#shared/records/fact'
import { dayIn } from '#shared/time/calendarDay'
import { KeptInlineText } from '../edits/KeptInlineText'
import { useEdits } from '../edits/useEdits'
import { useHandOver } from '../edits/useHandOver'
import { useKeptEdit } from '../edits/useKeptEdit'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { usePrivateWords } from '../privacy/usePrivateWords'
import { useNotebook, useRead } from '../store/NotebookContext'
import type { CustomerPageData } from '../store/queries/customerPage'
import { allPositions } from '../store/queries/library'
import { useView } from '../view/viewState'
import { CustomerDetails } from './CustomerDetails'
import { FactPosition } from './FactPosition'
import { LineHistory } from './LineHistory'
import styles from './Notebook.module.css'
import { OwnValues } from './OwnValues'
import type { PageDialog } from './pageDialog'

/** What a good salesperson remembers, each line with when and where it was learnt. */
export function FactsPane(props: { data: CustomerPageData; onDialog: (dialog: PageDialog) => void }) {
  const { data, onDialog } = props
  const text = useText()
  const formats = useFormats()
  const edits = useEdits()
  const privacy = useView((view) => view.privacy)
  const words = usePrivateWords()
  const name = data.customer.name
  const positions = useRead(allPositions, []) ?? []
  const shown = data.facts.filter((fact) => !(privacy && fact.private === true))
  return (
    <section className={styles.facts} aria-label={text('facts.title')}>
      {FACT_KINDS.map((kind) => {
        const facts = shown.filter((fact) => fact.kind === kind)
        return facts.length === 0 ? null : (
          <div key={kind}>
            <h2 className={styles.factKind} data-kind={kind}>
              {text(`fact.${kind}`)}
            </h2>
            <ul>
              {facts.map((fact) => (
                <li key={fact.id} className={styles.fact} data-kind={kind}>
                  {words(fact.text) !== fact.text ? (
                    // Not to be edited: what is on the screen is not what is in the notebook.
                    <bdi>{words(fact.text)}</bdi>
                  ) : (
                    <KeptInlineText
                      draftKey={fact.id}
                      value={fact.text}
                      label={text(`fact.${kind}`)}
                      onSave={(edited) =>
                        edited === ''
                          ? edits.remove('facts', fact.id, { key: 'change.factRemoved', params: { name } })
                          : edits.update(
                              'facts',
                              fact.id,
                              { text: edited },
                              { key: 'change.fact', params: { name } },
                            )
                      }
                    />
                  )}
                  <small>
                    <bdi>{fact.source}</bdi> {formats.shortDay(fact.learntOn)}
                  </small>
                  <FactPosition fact={fact} name={name} positions={positions} />
                  <LineHistory record={fact} what={text(`fact.${kind}`)} onDialog={onDialog} />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      <NewFact data={data} />
      <CustomerDetails customer={data.customer} />
      <OwnValues table="customers" record={data.customer} name={name} />
    </section>
  )
}

function NewFact({ data }: { data: CustomerPageData }) {
  const text = useText()
  const edits = useEdits()
  const { sources } = useNotebook()
  // The kind stays for the next fact; on disk it is only with words that wait.
  const [chosen, setChosen] = useState<FactKind>('likes')
  const { fields, write, forget } = useKeptEdit(`${data.customer.id}-fact`, { kind: chosen, text: '' })
  const { text: words } = fields
  const kind = FACT_KINDS.find((each) => each === fields.kind) ?? chosen
  const type = (typed: string) => (typed === '' ? forget() : write({ text: typed }))
  const choose = (picked: FactKind) => {
    setChosen(picked)
    if (words !== '') write({ kind: picked })
  }
  const handOver = useHandOver(words)
  const add = () => {
    const learntOn = dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, sources.now())
    const fact = { customerId: data.customer.id, kind, text: words.trim(), learntOn }
    const label = { key: 'change.fact', params: { name: data.customer.name } }
    return handOver(() => edits.create('facts', fact, label), type)
  }
  return (
    <form
      style={{ marginBlockStart: 'var(--s4)' }}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <select
        className={styles.native}
        aria-label={text('fact.kind')}
        value={kind}
        onChange={(event) => choose(event.currentTarget.value as FactKind)}
      >
        {FACT_KINDS.map((each) => (
          <option key={each} value={each}>
            {text(`fact.${each}`)}
          </option>
        ))}
      </select>
      <input
        className={styles.searchInput}
        style={{ inlineSize: '100%' }}
        dir="auto"
        placeholder={text('fact.add')}
        aria-label={text('fact.add')}
        value={words}
        onChange={(event) => type(event.currentTarget.value)}
      />
    </form>
  )
}
