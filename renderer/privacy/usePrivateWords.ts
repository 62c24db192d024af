import { hideAmounts } from '#shared/capture/hideAmounts'
import { useView } from '../view/viewState'

/** Gives free text as it may be shown just now: with the privacy key its amounts are dots. */
export function usePrivateWords(): (words: string) => string {
  const privacy = useView((view) => view.privacy)
  return privacy ? hideAmounts : asTheyAre
}

function asTheyAre(words: string): string {
  return words
}
