import type { Offer } from '#shared/records/content'
import { useEdits } from '../edits/useEdits'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { allCarriers, allContent, allOffers } from '../store/queries/library'
import link from '../ui/link.module.css'
import { useLibraryView } from '../view/libraryView'
import styles from './Library.module.css'
import { OfferDialog } from './OfferDialog'
import { PartHead } from './PartHead'

/** What is held out to people so that they come onto a carrier of ours. */
export function OffersPart() {
  const text = useText()
  const { dialog, openDialog } = useLibraryView()
  const read = useRead(readOffers, [])
  const edited = dialog?.kind === 'offer' ? read?.offers.find((offer) => offer.id === dialog.id) : undefined
  return (
    <div className={styles.part}>
      <PartHead
        title={text('library.tab.offers')}
        add={text('offer.add')}
        onAdd={() => openDialog({ kind: 'newOffer' })}
      />
      {read?.offers.length === 0 && <p className={styles.empty}>{text('offer.empty')}</p>}
      {read !== undefined && read.offers.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text('offer.name')}</th>
              <th scope="col">{text('offer.piece')}</th>
              <th scope="col">{text('offer.carrier')}</th>
              <th scope="col">{text('offer.wording')}</th>
              <th scope="col">
                <span className="visually-hidden">{text('library.retire')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {[...read.offers]
              .sort((a, b) => Number(a.retiredAt !== undefined) - Number(b.retiredAt !== undefined))
              .map((offer) => (
                <OfferLine
                  key={offer.id}
                  offer={offer}
                  piece={read.content.find((piece) => piece.id === offer.contentId)?.title}
                  carrier={read.carriers.find((carrier) => carrier.id === offer.carrierId)?.name}
                />
              ))}
          </tbody>
        </table>
      )}
      {read !== undefined && (dialog?.kind === 'newOffer' || edited !== undefined) && (
        <OfferDialog
          key={edited?.id ?? 'new'}
          offer={edited}
          content={read.content}
          carriers={read.carriers}
          onClose={() => openDialog(undefined)}
        />
      )}
    </div>
  )
}

function OfferLine(props: { offer: Offer; piece: string | undefined; carrier: string | undefined }) {
  const { offer } = props
  const text = useText()
  const edits = useEdits()
  const openDialog = useLibraryView((view) => view.openDialog)
  const isRetired = offer.retiredAt !== undefined
  const retire = () =>
    void edits.commit(
      { key: isRetired ? 'change.offerBack' : 'change.offerRetired', params: { name: offer.name } },
      (at) => edits.changeOf('offers', offer.id, { retiredAt: isRetired ? undefined : at }, at),
    )
  return (
    <tr data-retired={isRetired}>
      <td>
        <button
          type="button"
          className={link.link}
          onClick={() => openDialog({ kind: 'offer', id: offer.id })}
        >
          <bdi>{offer.name}</bdi>
        </button>
        {isRetired && <small> {text('library.retired')}</small>}
      </td>
      <td>
        <bdi>{props.piece ?? '–'}</bdi>
      </td>
      <td>
        <bdi>{props.carrier ?? '–'}</bdi>
      </td>
      <td className={styles.wording}>
        <bdi>{offer.wording ?? '–'}</bdi>
      </td>
      <td>
        <button type="button" className={styles.quiet} onClick={retire}>
          {text(isRetired ? 'library.bringBack' : 'library.retire')}
          <span className="visually-hidden"> {offer.name}</span>
        </button>
      </td>
    </tr>
  )
}

async function readOffers(db: Parameters<typeof allOffers>[0]) {
  const [offers, content, carriers] = await Promise.all([allOffers(db), allContent(db), allCarriers(db)])
  return { offers, content, carriers }
}
