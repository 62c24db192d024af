import type { Staff, Touchpoint } from '#shared/records/touchpoint'
import { usePreferences } from '../settings/PreferencesContext'
import { useRead } from '../store/NotebookContext'
import { allStaff } from '../store/queries/staff'

/** Who may be talking at this booth. */
export interface BoothStaff {
  readonly people: readonly Staff[]
  /** Who talks at this desk as long as nobody else is chosen: the one chosen last, else me, else the only one there. */
  readonly usual: Staff | undefined
  /** Makes somebody the usual one, on this device and beyond its next start. */
  readonly remember: (staffId: string) => void
}

/** The staff of the fair in the order in which it names them, so that their keys stay theirs, and behind them me where I am not among them. */
export function useBoothStaff(fair: Touchpoint): BoothStaff {
  const { preferences, change } = usePreferences()
  const staff = useRead((db) => allStaff(db).catch(() => []), []) ?? []
  const named = (fair.staffIds ?? []).flatMap((staffId) => staff.find(({ id }) => id === staffId) ?? [])
  const people = [...named, ...staff.filter((one) => one.me === true && !named.includes(one))]
  const usual =
    people.find(({ id }) => id === preferences.staffId) ??
    people.find(({ me }) => me === true) ??
    (people.length === 1 ? people[0] : undefined)
  return { people, usual, remember: (staffId) => void change({ staffId }) }
}
