import * as z from 'zod'
import { LANGUAGE_CHOICES } from './i18n/languages'

/** What belongs to this device rather than to the notebook: how the window looks and speaks. */
export const preferencesSchema = z.strictObject({
  /** `system` follows the operating system as far as we ship the language. */
  language: z.enum(['system', ...LANGUAGE_CHOICES]),
  theme: z.enum(['system', 'light', 'dark']),
  /** Large type and strong contrast, for the bad light of a booth; over the theme, whichever it is. */
  booth: z.boolean().optional(),
  /** How much room the rows of long lists take; comfortable without. */
  density: z.enum(['comfortable', 'compact']).optional(),
  /** The guide through the first hour: begun in an empty notebook, over for good once done or closed. */
  firstHour: z.enum(['begun', 'over']).optional(),
  /** The fair edition that new leads belong to. */
  fairId: z.uuid().optional(),
  /** Who talks at this desk: the one of us that was chosen last at a booth. */
  staffId: z.uuid().optional(),
  /** Whether the system says what begins soon; on without. */
  notices: z.enum(['on', 'off']).optional(),
  /** The icon beside the clock; `keeps`: closing the window leaves Orchard running there. Off without. */
  tray: z.enum(['off', 'icon', 'keeps']).optional(),
  /** Minutes after which a notebook with a lock locks itself; 0 for never, 15 without. */
  lockMinutes: z.int().min(0).max(240).optional(),
  /** Whether a copy with a place to look asks for new versions when it starts; off without. */
  updates: z.enum(['off', 'look']).optional(),
  /** Keys of what was said so, the newest last: nothing is said twice. */
  noticed: z.array(z.string().max(120)).max(100).optional(),
  window: z
    .strictObject({
      x: z.int(),
      y: z.int(),
      width: z.int().min(400),
      height: z.int().min(300),
      maximized: z.boolean(),
    })
    .partial({ x: true, y: true })
    .optional(),
})
export type Preferences = z.infer<typeof preferencesSchema>

export const DEFAULT_PREFERENCES: Preferences = { language: 'system', theme: 'system' }
