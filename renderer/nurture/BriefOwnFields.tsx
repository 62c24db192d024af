import { ownValueOf } from '#shared/ownFields/ownField'
import { useOwnValueWords } from '../i18n/ownValues'
import { useText } from '../i18n/text'
import type { Brief } from '../store/queries/nurture'
import { useView } from '../view/viewState'
import styles from './Brief.module.css'

/** Values of the notebook's own fields that are marked for the brief. With the privacy key nothing of them is drawn. */
export function BriefOwnFields({ brief }: { brief: Brief }) {
  const text = useText()
  const words = useOwnValueWords()
  const privacy = useView((view) => view.privacy)
  const { customer, people } = brief.page
  const lines = (brief.settings?.customFields ?? [])
    .filter(({ inBrief, retiredAt }) => inBrief === true && retiredAt === undefined)
    .flatMap((field) => {
      const records =
        field.table === 'customers'
          ? [{ id: customer.id, whose: '', custom: customer.custom }]
          : people.map(({ id, fullName, custom }) => ({ id, whose: fullName, custom }))
      return records.flatMap(({ id, whose, custom }) => {
        const value = ownValueOf(custom, field)
        return value === undefined ? [] : [{ key: `${field.id} ${id}`, field, whose, value }]
      })
    })
  if (lines.length === 0 || privacy) return null
  return (
    <>
      <h3 className={styles.heading}>{text('ownFields.title')}</h3>
      <dl className={styles.own}>
        {lines.map(({ key, field, whose, value }) => (
          <div key={key}>
            <dt>
              <bdi>{field.name}</bdi>
              {whose !== '' && (
                <>
                  {' · '}
                  <bdi>{whose}</bdi>
                </>
              )}
            </dt>
            <dd>
              <bdi>{words(field, value)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
