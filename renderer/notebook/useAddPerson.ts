import { useEdits } from '../edits/useEdits'
import type { CustomerPageData } from '../store/queries/customerPage'

/** Begins a person without a name yet, to be written where they stand. */
export function useAddPerson({ customer }: CustomerPageData): () => void {
  const edits = useEdits()
  return () =>
    void edits.create(
      'people',
      { customerId: customer.id, fullName: '', handles: [] },
      { key: 'change.person', params: { name: customer.name } },
    )
}
