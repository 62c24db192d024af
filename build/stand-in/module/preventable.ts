/** The event object Electron hands to listeners; `preventDefault` is what several of them are for. */
export interface PreventableEvent {
  defaultPrevented: boolean
  preventDefault(): void
}

/** Makes `fields` an event: whatever the particular event documents (getters stay getters) plus `preventDefault`. */
export function preventable<T extends object>(fields: T): T & PreventableEvent {
  const event: T & PreventableEvent = Object.assign(fields, {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  })
  return event
}
