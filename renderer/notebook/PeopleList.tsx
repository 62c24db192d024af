import { useState } from 'react'
import { fieldLabel } from '#shared/changes/labelWords'
import type { MessageKey } from '#shared/i18n/catalogues'
import { normalisedHandle } from '#shared/leads/draftHandles'
import type { Handle, HandleKind } from '#shared/records/handle'
import type { Person } from '#shared/records/person'
import { useEdits } from '../edits/useEdits'
import { useText } from '../i18n/text'
import type { CustomerPageData } from '../store/queries/customerPage'
import { InlineText } from '../ui/InlineText'
import styles from './Notebook.module.css'
import { OwnValues } from './OwnValues'
import { useAddPerson } from './useAddPerson'

const KINDS: readonly HandleKind[] = [
  'email',
  'phone',
  'whatsapp',
  'wechat',
  'line',
  'zalo',
  'linkedin',
  'web',
  'other',
]

/** The people, each with the ways to reach them and whether we may; where there is nobody yet, the way to the first one. */
export function PeopleList({ data }: { data: CustomerPageData }) {
  const text = useText()
  const addPerson = useAddPerson(data)
  return (
    <div className={styles.people}>
      {data.people.map((person) => (
        <PersonRow key={person.id} person={person} data={data} />
      ))}
      {data.people.length === 0 && (
        <div>
          <button type="button" className={styles.add} onClick={addPerson}>
            {text('person.add')}
          </button>
        </div>
      )}
    </div>
  )
}

function PersonRow({ person, data }: { person: Person; data: CustomerPageData }) {
  const text = useText()
  const edits = useEdits()
  const label = (field: MessageKey) =>
    fieldLabel('change.field', field, person.fullName || data.customer.name)
  const setHandles = (handles: Handle[]) =>
    edits.update('people', person.id, { handles }, label('person.handles'))
  const editHandle = (handle: Handle, entered: string) => {
    const others = person.handles.filter((other) => other !== handle)
    if (entered === '') return setHandles(others)
    const value = normalisedHandle(handle.kind, entered, data.customer.country ?? '')
    return setHandles(
      person.handles.map((other) => (other === handle ? { ...handle, entered, value } : other)),
    )
  }
  return (
    <div className={styles.person}>
      <InlineText
        strong
        value={person.fullName}
        label={text('person.name')}
        onSave={(fullName) => void edits.update('people', person.id, { fullName }, label('person.name'))}
      />
      <InlineText
        value={person.title ?? ''}
        label={text('person.title')}
        onSave={(title) =>
          void edits.update('people', person.id, { title: title || undefined }, label('person.title'))
        }
      />
      <span className={styles.handles}>
        {person.handles.map((handle) => (
          <span key={`${handle.kind}:${handle.value}`} className={styles.handle}>
            <small>{text(`handle.${handle.kind}`)}</small>
            <InlineText
              dir="ltr"
              value={handle.entered}
              label={text(`handle.${handle.kind}`)}
              onSave={(entered) => void editHandle(handle, entered)}
            />
            <ConsentMark data={data} person={person} kind={handle.kind} />
          </span>
        ))}
        <NewHandle
          onAdd={(kind, entered) => {
            const value = normalisedHandle(kind, entered, data.customer.country ?? '')
            void setHandles([...person.handles, { kind, entered, value }])
          }}
        />
      </span>
      <OwnValues table="people" record={person} name={person.fullName || data.customer.name} />
    </div>
  )
}

/** The newest word of this person about letters over this way; newsletters have a place of their own. */
function ConsentMark(props: { data: CustomerPageData; person: Person; kind: HandleKind }) {
  const text = useText()
  const newest = props.data.consents
    .filter(
      ({ personId, carrier, purpose }) =>
        personId === props.person.id && carrier === props.kind && purpose === 'followUp',
    )
    .sort((a, b) => b.at - a.at)[0]
  if (newest === undefined) return null
  const given = newest.state === 'given'
  return (
    <span className={given ? styles.consent : styles.refused} title={newest.wording}>
      {given ? '✓' : '✗'}
      <span className="visually-hidden">{text(given ? 'consent.given' : 'consent.withdrawn')}</span>
    </span>
  )
}

function NewHandle({ onAdd }: { onAdd: (kind: HandleKind, entered: string) => void }) {
  const text = useText()
  const [kind, setKind] = useState<HandleKind>()
  if (kind === undefined) {
    return (
      <select
        className={styles.native}
        aria-label={text('person.addHandle')}
        value=""
        onChange={(event) => setKind(event.currentTarget.value as HandleKind)}
      >
        <option value="">+</option>
        {KINDS.map((each) => (
          <option key={each} value={each}>
            {text(`handle.${each}`)}
          </option>
        ))}
      </select>
    )
  }
  return (
    <span className={styles.handle}>
      <small>{text(`handle.${kind}`)}</small>
      <input
        // biome-ignore lint/a11y/noAutofocus: the person has just chosen to add this
        autoFocus
        dir="ltr"
        className={styles.native}
        aria-label={text(`handle.${kind}`)}
        onBlur={(event) => {
          const entered = event.currentTarget.value.trim()
          setKind(undefined)
          if (entered !== '') onAdd(kind, entered)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') setKind(undefined)
        }}
      />
    </span>
  )
}
