import { createChange, updateChange } from '#shared/changes/buildChange'
import { fieldLabel } from '#shared/changes/labelWords'
import type { MessageKey } from '#shared/i18n/catalogues'
import { GRADES, STAGES, type Stage } from '#shared/records/customer'
import { localTime } from '#shared/time/officeHours'
import { zoneOf } from '#shared/time/zoneOf'
import { MembershipFacets } from '../carriers/MembershipFacets'
import { useEdits } from '../edits/useEdits'
import { useCountries } from '../i18n/countries'
import { useFormats } from '../i18n/formats'
import { useCustomerName } from '../i18n/names'
import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import { useNamedCommit } from '../nurture/useNamedCommit'
import { currentRecord } from '../store/currentRecord'
import { useNotebook } from '../store/NotebookContext'
import type { CustomerPageData } from '../store/queries/customerPage'
import { useNow } from '../store/useNow'
import { InlineText } from '../ui/InlineText'
import styles from './Notebook.module.css'
import { PageActs } from './PageActs'
import { PeopleList } from './PeopleList'
import { PlanFacet } from './PlanFacet'
import { PlanOffers } from './PlanOffers'
import type { PageDialog } from './pageDialog'
import { RelationFacets } from './RelationFacets'
import { RhythmFacet } from './RhythmFacet'
import { ValueFacet } from './ValueFacet'
import { WarmthFacet } from './WarmthFacet'

/** Who this is, where, at what stage, and how to reach whom. */
export function CustomerHeader(props: { data: CustomerPageData; onDialog: (dialog: PageDialog) => void }) {
  const { data } = props
  const { customer } = data
  const text = useText()
  const nameOf = useCustomerName()
  const formats = useFormats()
  const edits = useEdits()
  const commit = useNamedCommit()
  const notebook = useNotebook()
  const countries = useCountries()
  const now = useNow()
  const zone = customer.zone ?? (customer.country === undefined ? undefined : zoneOf(customer.country)?.zone)
  const there = zone === undefined ? undefined : localTime(zone, now, customer.country)
  const label = (field: MessageKey) => fieldLabel('change.field', field, customer.name)

  const setStage = (to: Stage) =>
    // A stage may be where a plan rests or ends.
    commit({ key: 'change.stage', params: { name: customer.name } }, async (at) => {
      const current = await currentRecord(notebook.database(), 'customers', customer.id)
      const change = current === undefined ? undefined : updateChange('customers', current, { stage: to }, at)
      if (current === undefined || change === undefined) return []
      const move = { id: notebook.sources.newId(), customerId: customer.id, from: current.stage, to, at }
      return [change, createChange('stageMoves', move, at)]
    })

  return (
    <header className={styles.header}>
      <div className={styles.nameLine}>
        <h1 className={styles.name}>
          <InlineText
            value={customer.name}
            label={text('customer.name')}
            hint={nameOf(customer)}
            onSave={(name) =>
              name !== '' && void edits.update('customers', customer.id, { name }, label('customer.name'))
            }
          />
        </h1>
        <span className={styles.place}>
          <InlineText
            value={customer.city ?? ''}
            label={text('customer.city')}
            onSave={(city) =>
              void edits.update('customers', customer.id, { city: city || undefined }, label('customer.city'))
            }
          />{' '}
          <select
            className={styles.native}
            aria-label={text('customer.country')}
            value={customer.country ?? ''}
            onChange={(event) =>
              void edits.update(
                'customers',
                customer.id,
                { country: event.currentTarget.value || undefined },
                label('customer.country'),
              )
            }
          >
            <option value="">{text('customer.country')}</option>
            {countries.map((country) => (
              <option key={country.value} value={country.value}>
                {country.label}
              </option>
            ))}
          </select>
        </span>
        {customer.otherNames !== undefined && (
          <span className={styles.place}>
            <bdi>{text('customer.alsoNamed', { names: customer.otherNames.join(comma(text)) })}</bdi>
          </span>
        )}
        <PageActs data={data} onDialog={props.onDialog} />
      </div>
      <PeopleList data={data} />
      <div className={styles.facets}>
        {there !== undefined && (
          <span className={styles.facet}>
            <strong>{text('customer.localTime', { time: clock(there.hour, there.minute) })}</strong>
            <small>{text(there.open ? 'customer.officeOpen' : 'customer.officeClosed')}</small>
          </span>
        )}
        <label className={styles.facet}>
          <select
            className={styles.native}
            aria-label={text('customer.stage')}
            value={customer.stage}
            onChange={(event) => void setStage(event.currentTarget.value as Stage)}
          >
            {STAGES.map((stage) => (
              <option key={stage} value={stage}>
                {text(`stage.${stage}`)}
              </option>
            ))}
          </select>
          <small>{text('customer.stage')}</small>
        </label>
        <label className={styles.facet}>
          <select
            className={styles.native}
            aria-label={text('customer.grade')}
            value={customer.grade ?? ''}
            onChange={(event) =>
              void edits.update(
                'customers',
                customer.id,
                { grade: GRADES.find((grade) => grade === event.currentTarget.value) },
                label('customer.grade'),
              )
            }
          >
            <option value="">–</option>
            {GRADES.map((grade) => (
              <option key={grade} value={grade}>
                {grade} {text(`grade.${grade}`)}
              </option>
            ))}
          </select>
          <small>{text('customer.grade')}</small>
        </label>
        <span className={styles.facet}>
          <strong>
            <bdi>{data.source?.name ?? text('customer.noSource')}</bdi>
          </strong>
          <small>{text('customer.source')}</small>
        </span>
        {data.furtherSources.map((name) => (
          <span key={name} className={styles.facet}>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            <small>{text('customer.furtherSource')}</small>
          </span>
        ))}
        {data.mergedPages > 0 && (
          <span className={styles.facet}>
            <button type="button" className={styles.add} onClick={() => props.onDialog('takeApart')}>
              {text('customer.takeApart')}
            </button>
            <small>{text('customer.merged', { count: data.mergedPages })}</small>
          </span>
        )}
        <span className={styles.facet}>
          <strong>{formats.number(data.orders.length)}</strong>
          <small>{text('customer.orders', { count: data.orders.length })}</small>
        </span>
        <WarmthFacet data={data} />
        <RhythmFacet data={data} />
        {data.orders.length > 0 && <ValueFacet key={customer.id} customerId={customer.id} />}
        <PlanFacet data={data} />
        <PlanOffers data={data} />
        <MembershipFacets data={data} />
        <RelationFacets data={data} onEdit={(record) => props.onDialog({ kind: 'relation', record })} />
      </div>
    </header>
  )
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
