import { Component, type ReactNode } from 'react'
import { useText } from '../i18n/text'
import styles from './IndexNotice.module.css'
import { useSafeReload } from './useSafeReload'

interface Props {
  /** A change of place tries again. */
  readonly place: string
  readonly onFault: (fault: unknown) => void
  readonly children: ReactNode
}

/** Keeps a fault of one page from taking the window with it: rail, status line and saving go on. */
export class PageBoundary extends Component<Props, { failedAt: string | undefined }> {
  override state: { failedAt: string | undefined } = { failedAt: undefined }

  override componentDidCatch(fault: unknown): void {
    this.setState({ failedAt: this.props.place })
    this.props.onFault(fault)
  }

  override render(): ReactNode {
    return this.state.failedAt === this.props.place ? <FaultNotice /> : this.props.children
  }
}

function FaultNotice() {
  const text = useText()
  const reload = useSafeReload()
  return (
    <div className={styles.notice} role="alert">
      <p>{text('page.fault')}</p>
      <button type="button" className={styles.action} onClick={() => void reload()}>
        {text('page.reload')}
      </button>
    </div>
  )
}
