import type { ErasureSubject } from '#shared/erasing/request'
import type { Page } from '#shared/merging/mergeChanges'
import { useText } from '../i18n/text'
import styles from './Erase.module.css'
import { ERASED_KINDS, erasedKinds } from './erasePage'

/** What goes, what stays, and where an erasure can't reach. */
export function ErasurePreview(props: {
  readonly page: Page
  readonly subject: ErasureSubject
  readonly keepsFigures: boolean
}) {
  const { page, subject, keepsFigures } = props
  const text = useText()
  const counts = erasedKinds(subject, page.records)
  const isPage = subject.kind === 'customer'
  return (
    <div className={styles.preview}>
      <section aria-labelledby="erase-goes">
        <h3 id="erase-goes" className={styles.legend}>
          {text('erase.goes')}
        </h3>
        <ul className={styles.points}>
          {ERASED_KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
            <li key={kind}>{text(`erase.goes.${kind}`, { count: counts[kind] })}</li>
          ))}
          <li>{text('erase.goes.history')}</li>
          <li>{text('erase.goes.backups')}</li>
        </ul>
      </section>
      <section aria-labelledby="erase-stays">
        <h3 id="erase-stays" className={styles.legend}>
          {text('erase.stays')}
        </h3>
        <ul className={styles.points}>
          {isPage && keepsFigures && <li>{text('erase.stays.figures')}</li>}
          {isPage && !keepsFigures && <li>{text('erase.stays.nothing')}</li>}
          {!isPage && <li>{text('erase.stays.company')}</li>}
          <li>{text('erase.stays.mark')}</li>
          <li>{text('erase.outside')}</li>
        </ul>
      </section>
    </div>
  )
}
