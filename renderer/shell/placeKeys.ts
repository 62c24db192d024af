import type { MessageKey } from '#shared/i18n/catalogues'
import type { KeyChord } from '../ui/keyChord'
import type { Place } from '../view/viewState'

/** A key that one place answers to, and what it does there. */
export interface PlaceKey {
  readonly chord: KeyChord
  readonly does: MessageKey
}

/** The keys of each place beside the commands that work everywhere; a place without any is left out. */
export const PLACE_OWN_KEYS: Readonly<Partial<Record<Place, readonly PlaceKey[]>>> = {
  today: [
    { chord: '↑ ↓', does: 'keys.choose' },
    { chord: 'KeyD', does: 'today.done' },
    { chord: 'KeyW', does: 'keys.write' },
    { chord: 'KeyG', does: 'gift.choose' },
    { chord: 'KeyS', does: 'today.snooze' },
    { chord: 'KeyX', does: 'today.skip' },
    { chord: 'KeyE', does: 'letter.outlet.eml' },
    { chord: 'KeyM', does: 'letter.outlet.mailto' },
    { chord: 'KeyA', does: 'letter.outlet.whatsapp' },
    { chord: 'KeyL', does: 'letter.outlet.linkedin' },
    { chord: 'KeyC', does: 'letter.outlet.copy' },
    { chord: 'KeyN', does: 'keys.agreeOn' },
    { chord: 'KeyB', does: 'catchUp.title' },
    { chord: 'KeyF', does: 'unplanned.key' },
    { chord: 'KeyT', does: 'cards.title' },
    { chord: 'KeyV', does: 'visitors.title' },
    { chord: 'KeyI', does: 'invite.title' },
    { chord: 'Enter', does: 'brief.openPage' },
    { chord: 'KeyQ', does: 'evening.title' },
    { chord: 'KeyR', does: 'mailMerge.title' },
  ],
  fair: [
    { chord: 'alt+1 … \\', does: 'keys.line' },
    { chord: 'alt+]', does: 'keys.plan' },
    { chord: 'alt+;', does: 'keys.offer' },
    { chord: 'Enter', does: 'keys.nextLine' },
    { chord: 'alt+Enter', does: 'met.same' },
    { chord: 'alt+KeyN', does: 'met.colleague' },
    { chord: 'alt+KeyX', does: 'met.nobody' },
    { chord: 'mod+Enter', does: 'lead.save' },
    { chord: 'Esc', does: 'lead.setAside' },
    { chord: 'Delete', does: 'keys.throwAway' },
  ],
  notebook: [
    { chord: '↑ ↓', does: 'keys.choose' },
    { chord: 'Enter', does: 'brief.openPage' },
    { chord: 'KeyX', does: 'keys.mark' },
    { chord: 'KeyN', does: 'keys.note' },
    { chord: 'mod+Enter', does: 'keys.keepNote' },
  ],
  insights: [
    { chord: 'KeyC', does: 'insights.picture.key' },
    { chord: 'KeyR', does: 'review.repeat' },
  ],
  library: [{ chord: 'KeyN', does: 'keys.addHere' }],
  timeline: [
    { chord: '← → ↑ ↓', does: 'keys.choose' },
    { chord: 'PageUp', does: 'span.before' },
    { chord: 'PageDown', does: 'span.after' },
    { chord: 'KeyT', does: 'timeline.today' },
    { chord: '+', does: 'keys.nearer' },
    { chord: '-', does: 'keys.farther' },
    { chord: 'KeyW', does: 'card.write' },
    { chord: 'KeyM', does: 'card.move' },
    { chord: 'KeyS', does: 'today.snooze' },
    { chord: 'KeyX', does: 'today.skip' },
    { chord: 'Enter', does: 'brief.openPage' },
  ],
}

/** The commands with keys that belong to a place more than to any other, by their ids; each place's help lists them. */
export const PLACE_COMMANDS: Readonly<Partial<Record<Place, readonly string[]>>> = {
  fair: ['lead.new', 'report.open', 'visitors.open', 'privacy.toggle', 'booth.toggle'],
  notebook: ['notebook.search', 'export.open'],
  channels: ['report.open', 'visitors.open'],
  import: ['import.files'],
  settings: ['booth.toggle'],
}
