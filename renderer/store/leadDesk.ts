import { createStore } from 'zustand/vanilla'
import type { OrchardBridge } from '#shared/ipc/contract'
import {
  type DraftIds,
  emptyLeadDraft,
  isUntouched,
  type LeadDraft,
  parseLeadDraft,
} from '#shared/leads/leadDraft'
import { err, type OrchardError, ok, type Result } from '#shared/result'
import type { Notebook } from './notebook'

/** A picture on its way onto a lead. */
export interface Picture {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly fileName: string
}

export interface LeadDeskState {
  /** The lead in the form; undefined until the kept drafts have been read. */
  readonly draft?: LeadDraft | undefined
  /** Drafts set aside for this fair, the newest first. */
  readonly aside: readonly LeadDraft[]
  /** Leads that were handed to the notebook and not yet acknowledged. Nobody edits them. */
  readonly saving: readonly LeadDraft[]
  /** When the text as it stands was last known to be on disk, epoch ms. */
  readonly keptAt?: number | undefined
  /** The code of the last failure to keep the draft; the text is still in the form. */
  readonly keepError?: string | undefined
  /** Why a lead was not saved, and whether it is back in the form or among those set aside. */
  readonly refused?:
    | { readonly error: OrchardError; readonly lead: LeadDraft; readonly isAside: boolean }
    | undefined
}

type DeskCalls = Pick<OrchardBridge['call'], 'draft:save' | 'draft:list' | 'draft:remove' | 'attachment:put'>

/** Hands a lead to the notebook; its answer is what "saved" means. */
export type SaveDraft = (draft: LeadDraft) => Promise<Result<unknown>>

/**
 * The leads of one fair on their way into the notebook: typed, set aside, being saved. Each is kept on disk at every
 * keystroke and forgotten when the journal has it. The desk outlives the page, so that looking at another one loses
 * nothing that the disk has refused or the journal has not acknowledged.
 */
export class LeadDesk {
  readonly state = createStore<LeadDeskState>(() => ({ aside: [], saving: [] }))
  private opening: Promise<void> | undefined
  /** Drafts as they stand here and not on the disk, which has refused them. */
  private readonly unkept = new Map<string, LeadDraft>()
  /** Drafts that the journal may have although nobody heard it say so: refused ones, and those of an earlier start. */
  private readonly maybeSent = new Set<string>()
  /** Photos that are being put on the disk, by the draft that they were pasted onto. */
  private readonly arriving = new Map<string, Set<Promise<Result<null>>>>()

  constructor(
    private readonly fairId: string,
    private readonly calls: DeskCalls,
    private readonly notebook: Notebook,
  ) {}

  /** Reads what was kept, once; the index must be there, which knows the leads that were saved just before a crash. */
  open(): Promise<void> {
    this.opening ??= this.readKept()
    return this.opening
  }

  /** Changes the lead in the form. */
  update(patch: Partial<LeadDraft>): void {
    const { draft, refused } = this.state.getState()
    if (refused?.error.code === 'lead.empty') this.set({ refused: undefined })
    if (draft !== undefined) this.amend(draft.changeSetId, () => patch)
  }

  /**
   * Puts photos onto the lead with this change-set id, wherever on the desk it is by then. The bytes are on disk, under
   * their hash, before the draft names them: a photo that can be seen is a photo that is saved.
   */
  addPhotos(changeSetId: string, pictures: Promise<readonly Picture[]>): Promise<Result<null>> {
    const added = this.putPhotos(changeSetId, pictures).catch(() => err('ipc.fault'))
    const waiting = this.arriving.get(changeSetId) ?? new Set()
    this.arriving.set(changeSetId, waiting.add(added))
    void added.then(() => {
      waiting.delete(added)
      if (waiting.size === 0) this.arriving.delete(changeSetId)
    })
    return added
  }

  /**
   * Hands the lead in the form to `save` and shows the next, empty one at once. One that is refused comes back: into
   * the form while that is empty, else among those set aside.
   */
  async save(save: SaveDraft): Promise<void> {
    const { draft, saving } = this.state.getState()
    if (draft === undefined) return
    const { changeSetId } = draft
    if (this.isBare(draft)) {
      this.set({ refused: { error: { code: 'lead.empty' }, lead: draft, isAside: false } })
      return
    }
    this.show(this.newDraft(), { saving: [...saving, draft], refused: undefined })
    const photos = await Promise.all(this.arriving.get(changeSetId) ?? [])
    const lead = this.state.getState().saving.find((one) => one.changeSetId === changeSetId) ?? draft
    const lacking = photos.find((photo) => !photo.ok)
    const saved = lacking ?? (await save(lead).catch(() => err('ipc.fault')))
    this.set({ saving: without(this.state.getState().saving, changeSetId) })
    if (!saved.ok) return this.giveBack(lead, saved.error)
    this.unkept.delete(changeSetId)
    await this.calls['draft:remove'](fileOf(changeSetId))
  }

  /** Puts the lead in the form aside and begins an empty one. */
  setAside(): void {
    const { draft, aside } = this.state.getState()
    if (draft === undefined || this.isBare(draft)) return
    this.show(this.newDraft(), { aside: [draft, ...aside], refused: undefined })
    this.replace(draft.changeSetId, (now) => ({ ...now, isAside: true }))
  }

  /** Goes on with a lead that was set aside; the one in the form takes its place. */
  resume(chosen: LeadDraft): void {
    const { draft, aside } = this.state.getState()
    const others = without(aside, chosen.changeSetId)
    const left = draft === undefined || this.isBare(draft) ? [] : [draft]
    this.show(chosen, { aside: [...left, ...others], refused: undefined })
    this.replace(chosen.changeSetId, (now) => ({ ...now, isAside: undefined }))
    for (const { changeSetId } of left) this.replace(changeSetId, (now) => ({ ...now, isAside: true }))
  }

  /** Throws away a lead that was set aside, from the disk too. */
  async throwAway(lead: LeadDraft): Promise<void> {
    this.unkept.delete(lead.changeSetId)
    this.set({ aside: without(this.state.getState().aside, lead.changeSetId) })
    await this.calls['draft:remove'](fileOf(lead.changeSetId))
  }

  /** Tries again to put on disk what only this window has; false when something is left that would be lost with it. */
  async keepAgain(): Promise<boolean> {
    for (const draft of [...this.unkept.values()]) await this.keep(draft)
    return this.unkept.size === 0
  }

  /** Sets a lead aside again that was thrown away. */
  bringBack(lead: LeadDraft): void {
    this.set({ aside: [lead, ...without(this.state.getState().aside, lead.changeSetId)] })
    void this.keep(lead)
  }

  private set(patch: Partial<LeadDeskState>): void {
    this.state.setState(patch)
  }

  private show(draft: LeadDraft, patch: Partial<LeadDeskState>): void {
    this.set({ draft, keptAt: undefined, keepError: undefined, ...patch })
  }

  private giveBack(lead: LeadDraft, error: OrchardError): void {
    this.maybeSent.add(lead.changeSetId)
    const { draft, aside } = this.state.getState()
    const isAside = draft !== undefined && !this.isBare(draft)
    const refused = { error, lead, isAside }
    if (isAside) this.set({ aside: [lead, ...aside], refused })
    else this.show(lead, { refused })
  }

  private isBare(draft: LeadDraft): boolean {
    return isUntouched(draft) && !this.arriving.has(draft.changeSetId)
  }

  /** Changes a draft from what it is now, not from what somebody saw of it earlier; one that is gone stays gone. */
  private amend(changeSetId: string, change: (now: LeadDraft) => Partial<LeadDraft>): void {
    const mark = this.maybeSent.has(changeSetId) ? { changedSinceSent: true } : {}
    this.replace(changeSetId, (now) => ({ ...now, ...mark, ...change(now) }))
  }

  /** Puts a draft as it is now in the place of what it was, wherever on the desk that is, and on the disk. */
  private replace(changeSetId: string, change: (now: LeadDraft) => LeadDraft): void {
    const { draft, aside, saving } = this.state.getState()
    const now = [draft, ...aside, ...saving].find((one) => one?.changeSetId === changeSetId)
    if (now === undefined) return
    const next = change(now)
    const replaced = (drafts: readonly LeadDraft[]) => drafts.map((one) => (one === now ? next : one))
    this.set({
      draft: draft === now ? next : draft,
      aside: replaced(aside),
      saving: replaced(saving),
    })
    void this.keep(next)
  }

  private async keep(kept: LeadDraft): Promise<void> {
    const saved = await this.calls['draft:save'](fileOf(kept.changeSetId), JSON.stringify(kept))
    if (saved.ok) this.unkept.delete(kept.changeSetId)
    else this.unkept.set(kept.changeSetId, kept)
    const isInForm = this.state.getState().draft?.changeSetId === kept.changeSetId
    if (saved.ok && isInForm) this.set({ keptAt: saved.value.savedAt, keepError: undefined })
    else if (!saved.ok) this.set({ keepError: saved.error.code })
  }

  private async putPhotos(changeSetId: string, pictures: Promise<readonly Picture[]>): Promise<Result<null>> {
    for (const { bytes, mediaType, fileName } of await pictures) {
      const stored = await this.calls['attachment:put'](bytes)
      if (!stored.ok) return stored
      const photo = { attachmentId: this.notebook.sources.newId(), ...stored.value, mediaType, fileName }
      this.amend(changeSetId, (now) => ({ photos: [...now.photos, photo] }))
    }
    return ok(null)
  }

  private newDraft(): LeadDraft {
    const { newId, now } = this.notebook.sources
    const ids: DraftIds = {
      changeSetId: newId(),
      customerId: newId(),
      personId: newId(),
      interactionId: newId(),
    }
    return emptyLeadDraft(ids, this.fairId, now())
  }

  /**
   * The drafts that still wait. One whose meeting is in the notebook was saved just before a crash: it is forgotten,
   * not offered again, unless it was changed after the answer was lost. Then it may say more, and saving it once more
   * adds just that.
   */
  private async readKept(): Promise<void> {
    const listed = await this.calls['draft:list']()
    const waiting: LeadDraft[] = []
    for (const { text } of listed.ok ? listed.value : []) {
      const draft = parseLeadDraft(text)
      if (draft?.fairId !== this.fairId) continue
      const rows = this.notebook.database()?.rows('interactions')
      // Where the index can't tell, the draft is offered: saved again, it is still saved once.
      const meeting = await rows?.get(draft.interactionId).catch(() => undefined)
      const isSaved = meeting !== undefined && draft.changedSinceSent !== true
      if (isSaved) await this.calls['draft:remove'](fileOf(draft.changeSetId))
      else if (!isUntouched(draft)) waiting.push(draft)
    }
    for (const { changeSetId } of waiting) this.maybeSent.add(changeSetId)
    waiting.sort((a, b) => b.startedAt - a.startedAt)
    const draft = waiting.find((one) => one.isAside !== true) ?? this.newDraft()
    this.set({ draft, aside: without(waiting, draft.changeSetId) })
  }
}

const desks = new WeakMap<Notebook, Map<string, LeadDesk>>()

/** The one desk of a fair. */
export function leadDeskOf(notebook: Notebook, calls: DeskCalls, fairId: string): LeadDesk {
  const ofNotebook = desks.get(notebook) ?? new Map<string, LeadDesk>()
  desks.set(notebook, ofNotebook)
  const desk = ofNotebook.get(fairId) ?? new LeadDesk(fairId, calls, notebook)
  ofNotebook.set(fairId, desk)
  return desk
}

/** Tries again to keep the drafts of all fairs, before the window is left; see `LeadDesk.keepAgain`. */
export async function keepLeadsAgain(notebook: Notebook): Promise<boolean> {
  const kept = await Promise.all([...(desks.get(notebook)?.values() ?? [])].map((desk) => desk.keepAgain()))
  return kept.every((isKept) => isKept)
}

/** A draft's file name: one file a lead, so that several can be on the desk. */
function fileOf(changeSetId: string): string {
  return `lead-${changeSetId}`
}

function without(drafts: readonly LeadDraft[], changeSetId: string): readonly LeadDraft[] {
  return drafts.filter((draft) => draft.changeSetId !== changeSetId)
}
