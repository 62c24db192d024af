import type { Relation } from '#shared/records/relation'
import { useText } from '../i18n/text'
import type { CustomerPageData } from '../store/queries/customerPage'
import { useView } from '../view/viewState'
import styles from './Notebook.module.css'

/** To whom this customer is tied: the name leads to their page, the kind of tie opens it for editing. */
export function RelationFacets(props: { data: CustomerPageData; onEdit: (relation: Relation) => void }) {
  const { data, onEdit } = props
  const text = useText()
  const privacy = useView((view) => view.privacy)
  const openCustomer = useView((view) => view.openCustomer)
  if (privacy) return null
  return data.relations.map((relation) => {
    const isOutward = relation.fromId === data.customer.id
    const otherId = isOutward ? relation.toId : relation.fromId
    const name = data.relatedNames.get(otherId)
    if (name === undefined) return null
    const other = name || text('lead.unnamed')
    const kind = text(isOutward ? `relation.${relation.kind}` : `relation.${relation.kind}.back`)
    return (
      <span key={relation.id} className={styles.facet}>
        <button type="button" className={styles.add} onClick={() => openCustomer(otherId)}>
          <bdi>{other}</bdi>
        </button>
        <button
          type="button"
          className={styles.tie}
          title={relation.note}
          aria-label={text('relation.change', { kind, other })}
          onClick={() => onEdit(relation)}
        >
          {relation.note === undefined ? kind : text('relation.kindAndNote', { kind, note: relation.note })}
        </button>
      </span>
    )
  })
}
