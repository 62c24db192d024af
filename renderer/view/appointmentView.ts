import { create } from 'zustand'

/** Which appointment is being written: a new one, with somebody or not yet, or one that is kept. */
export interface AskedAppointment {
  readonly customerId?: string | undefined
  readonly id?: string | undefined
}

/** The one dialog for agreed times, wherever it was asked for; may be lost on reload. */
interface AppointmentView {
  readonly asked: AskedAppointment | undefined
  /** `undefined` closes it again. */
  readonly ask: (asked: AskedAppointment | undefined) => void
}

export const useAppointmentView = create<AppointmentView>((set) => ({
  asked: undefined,
  ask: (asked) => set({ asked }),
}))
