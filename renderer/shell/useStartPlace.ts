import { useEffect } from 'react'
import { useBoot } from '../store/BootContext'
import { useRead } from '../store/NotebookContext'
import { countCustomers } from '../store/queries/customers'
import { useView } from '../view/viewState'

/** A notebook with customers opens at Today; an empty one at the fair, where the first customer comes from. */
export function useStartPlace(): void {
  const startAt = useView((view) => view.startAt)
  const boot = useBoot()
  const customers = useRead(countCustomers, []) ?? boot?.customers
  useEffect(() => {
    if (customers !== undefined) startAt(customers > 0 ? 'today' : 'fair')
  }, [customers, startAt])
}
