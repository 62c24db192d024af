import type { TableName } from '#shared/records/tables'
import { useText } from '../i18n/text'
import page from './Notebook.module.css'
import type { KeptTrade, TradeKind } from './pageDialog'
import styles from './TradeDialog.module.css'
import { useRewrite } from './useRewrite'

const TABLES = { quote: 'quotes', order: 'orders', sample: 'samples' } as const satisfies Record<
  TradeKind,
  TableName
>

/** Saving, and removing what is already kept. The customer's stage stays as it is. */
export function TradeFoot(props: { kept: KeptTrade | undefined; name: string; onClose: () => void }) {
  const { kept, name, onClose } = props
  const text = useText()
  const rewrite = useRewrite()
  const remove = async ({ kind, record }: KeptTrade) => {
    const label = { key: 'change.tradeRemoved', params: { kind, name } }
    if (await rewrite.remove(TABLES[kind], record.id, label)) onClose()
  }
  return (
    <div className={styles.foot}>
      <button type="submit" className={styles.save}>
        {text('action.save')}
      </button>
      {kept !== undefined && (
        <button type="button" className={page.quiet} onClick={() => void remove(kept)}>
          {text('action.remove', { what: text(`trade.${kept.kind}`) })}
        </button>
      )}
    </div>
  )
}
