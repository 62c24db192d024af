import { Modal } from '@mantine/core'
import { priceHistory } from '#shared/measures/priceHistory'
import type { Product } from '#shared/records/product'
import { reasonWords } from '#shared/reporting/costWords'
import type { PriceMemory } from '#shared/trade/priceMemory'
import { useMoneyFormats } from '../i18n/money'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { useReportWords } from '../i18n/useReportWords'
import { Private } from '../privacy/Private'
import { usePreferences } from '../settings/PreferencesContext'
import { useRead } from '../store/NotebookContext'
import type { CustomerPageData } from '../store/queries/customerPage'
import { allProducts } from '../store/queries/products'
import { usePrices } from '../store/usePrices'
import styles from './TradeDialog.module.css'
import { usePriceWords } from './usePriceWords'

/** Every price that this customer was quoted or paid, product by product, beside the lowest and highest to anyone. */
export function PricesDialog({ data, onClose }: { data: CustomerPageData; onClose: () => void }) {
  const text = useText()
  const nameOf = useCustomerName()
  const products = useRead(allProducts, [])
  const named = new Set(
    [...data.quotes, ...data.orders].flatMap(({ lines }) =>
      lines.flatMap(({ productId }) => productId ?? []),
    ),
  )
  const prices = usePrices(data.customer.id, [...named])
  const shown = (products ?? []).filter(({ id }) => named.has(id))
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={
        <>
          {text('prices.title')} <bdi className={styles.forWhom}>{nameOf(data.customer)}</bdi>
        </>
      }
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <Private>
        {products !== undefined && shown.length === 0 && <p>{text('prices.none')}</p>}
        {shown.map((product) => (
          <ProductPrices key={product.id} product={product} data={data} memory={prices.get(product.id)} />
        ))}
      </Private>
    </Modal>
  )
}

function ProductPrices(props: { product: Product; data: CustomerPageData; memory: PriceMemory | undefined }) {
  const { product, data, memory } = props
  const text = useText()
  const words = usePriceWords()
  const { quantity } = useMoneyFormats()
  const report = useReportWords(usePreferences().language)
  const entries = priceHistory(product.id, data.quotes, data.orders).get(data.customer.id) ?? []
  return (
    <table className={`${styles.lines} ${styles.prices}`}>
      <caption className={styles.product}>
        <bdi>{product.name}</bdi>
        {memory?.ranges.map((range) => (
          <p key={`${range.currency} ${range.unit}`} className={styles.hint}>
            {words.range(range)}
          </p>
        ))}
      </caption>
      <thead>
        <tr>
          <th>{text('prices.day')}</th>
          <th>{text('prices.kind')}</th>
          <th>{text('prices.price')}</th>
          <th>{text('prices.quantity')}</th>
          <th>{text('prices.change')}</th>
        </tr>
      </thead>
      <tbody>
        {[...entries].reverse().map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one paper may name a product twice at one price
          <tr key={`${entry.documentId} ${index}`}>
            <td>{report.date(entry.on)}</td>
            <td>{text(`trade.${entry.kind}`)}</td>
            <td>{words.price(entry)}</td>
            <td>
              <bdi>{quantity(entry.quantity)}</bdi>
            </td>
            <td>
              {entry.change.value === undefined ? (
                <>
                  <span aria-hidden="true" title={reasonWords(entry.change.reason, report)}>
                    –
                  </span>
                  <span className="visually-hidden">{reasonWords(entry.change.reason, report)}</span>
                </>
              ) : (
                report.share(entry.change.value)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
