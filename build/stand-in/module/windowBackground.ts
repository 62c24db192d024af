import type { DevtoolsSession } from '../devtools'

/** Paints the colour that shows before the page does. Only #RGB and #RRGGBB are understood; others are left out. */
export function windowBackground(session: DevtoolsSession, color: string | undefined): Promise<void> {
  const match = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color ?? '')
  const digits = match?.[1]
  if (digits === undefined) return Promise.resolve()
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits
  const part = (place: number): number => Number.parseInt(full.slice(place, place + 2), 16)
  const rgb = { r: part(0), g: part(2), b: part(4), a: 1 }
  return session.sendQuietly('Emulation.setDefaultBackgroundColorOverride', { color: rgb })
}
