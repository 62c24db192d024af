import type { LeadDraft } from '#shared/leads/leadDraft'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { allProducts } from '../store/queries/products'
import styles from './Capture.module.css'

/** What they asked about: names we know are offered, new ones are taken as they are. */
export function ProductsField(props: {
  draft: LeadDraft
  update: (patch: Partial<LeadDraft>) => void
  inputId: string
}) {
  const { draft, update } = props
  const text = useText()
  const products = useRead(allProducts, []) ?? []
  return (
    <>
      {draft.products.map((name) => (
        <span key={name} className={styles.chip}>
          <bdi>{name}</bdi>
          <button
            type="button"
            aria-label={text('action.remove', { what: name })}
            onClick={() => update({ products: draft.products.filter((other) => other !== name) })}
          >
            ×
          </button>
        </span>
      ))}
      <input
        id={props.inputId}
        data-line-focus
        className={styles.input}
        list="lead-product-names"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        placeholder={draft.products.length === 0 ? text('lead.productsHint') : undefined}
        value={draft.typedProduct}
        onChange={(event) => update({ typedProduct: event.currentTarget.value })}
        onKeyDown={(event) => {
          const name = draft.typedProduct.trim()
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || name === '') return
          event.stopPropagation()
          event.preventDefault()
          update({ products: [...new Set([...draft.products, name])], typedProduct: '' })
        }}
      />
      <datalist id="lead-product-names">
        {products.map((product) => (
          <option key={product.id} value={product.name} />
        ))}
      </datalist>
    </>
  )
}
