import type { ReviewRequest } from '#shared/reporting/review/reviewRequest'
import { useText } from '../i18n/text'
import { useCounted } from '../store/useCounted'
import styles from './Reports.module.css'
import { ReviewPreview } from './ReviewPreview'

/** The review as it will be printed, or how far the counting is. */
export function ReviewSheet({ request }: { request: ReviewRequest }) {
  const text = useText()
  const { value, progress, failed } = useCounted(request, 'review', (calls) =>
    calls.insightReviewPage(request),
  )
  return (
    <>
      <div aria-live="polite">
        {failed && <p className={styles.bad}>{text('insights.failed')}</p>}
        {progress !== undefined && (
          <p className={styles.quiet}>
            {text('insights.counting', { done: progress.done, total: progress.total })}
          </p>
        )}
      </div>
      {value !== undefined && <ReviewPreview page={value} />}
    </>
  )
}
