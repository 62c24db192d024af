import type { ReactNode } from 'react'
import { isMessageKey } from '#shared/i18n/catalogues'
import type { Answer, Interaction } from '#shared/records/interaction'
import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import { usePrivateWords } from '../privacy/usePrivateWords'
import { useRead } from '../store/NotebookContext'
import { attachmentsById, namesOf } from '../store/queries/lookups'
import { colleagueName } from '../store/queries/staff'
import styles from './InteractionWords.module.css'

/** What happened, in the words it was written down in, with answers, products and photos. */
export function InteractionWords(props: {
  interaction: Interaction
  hidden: boolean
  /** The word it begins with. */
  kind: ReactNode
}) {
  const { interaction, hidden } = props
  const text = useText()
  const words = usePrivateWords()
  const { touchpointId, staffId, productIds = [], attachmentIds = [], answers = [] } = interaction
  const fair = useRead(
    (db) => namesOf(db, 'touchpoints', touchpointId === undefined ? [] : [touchpointId]),
    [touchpointId],
  )
  const colleague = useRead((db) => colleagueName(db, staffId), [staffId])
  const products = useRead((db) => namesOf(db, 'products', productIds), [productIds.join()])
  const photos = useRead((db) => attachmentsById(db, attachmentIds), [attachmentIds.join()])
  const answerWords = ({ question, value }: Answer) => {
    const key = `qualifier.${question}.${value}`
    return isMessageKey(key) ? text(key) : `${question}: ${value}`
  }
  return (
    <>
      {props.kind}
      {fair !== undefined && fair.length > 0 && (
        <>
          {' '}
          <bdi>{text('timeline.at', { place: fair.join(comma(text)) })}</bdi>
        </>
      )}
      {colleague !== undefined && (
        <>
          {' '}
          <bdi className={styles.small}>{text('timeline.colleague', { name: colleague })}</bdi>
        </>
      )}
      {hidden ? (
        <> {text('timeline.hidden')}</>
      ) : (
        <>
          {interaction.subject !== undefined && (
            <>
              {' '}
              <bdi className={styles.subject}>{words(interaction.subject)}</bdi>
            </>
          )}
          {interaction.text !== undefined && (
            <>
              {' '}
              <bdi className={styles.text}>{words(interaction.text)}</bdi>
            </>
          )}
        </>
      )}
      {!hidden && (answers.length > 0 || (products?.length ?? 0) > 0) && (
        <p className={styles.small}>
          <bdi>{[...answers.map(answerWords), ...(products ?? [])].join(' · ')}</bdi>
        </p>
      )}
      {!hidden && photos !== undefined && photos.length > 0 && (
        <p className={styles.photos}>
          {photos.map((photo, index) => (
            <img
              key={photo.id}
              src={`/attachment/${photo.hash}`}
              alt={text('photo.of', { number: index + 1 })}
              className={styles.photo}
            />
          ))}
        </p>
      )}
    </>
  )
}
