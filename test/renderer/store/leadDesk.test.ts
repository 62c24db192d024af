import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import type { LeadDraft } from '#shared/leads/leadDraft'
import { err, ok, type Result } from '#shared/result'
import { saveLead } from '../../../renderer/fair/saveLead'
import { LeadDesk, type Picture } from '../../../renderer/store/leadDesk'
import { liveRecords } from '../../../renderer/store/rows'
import { fair } from '../../shared/leads/leads'
import { forgetAllIndexes } from '../indexFixture'
import { FakeJournal, notebookOver } from '../notebookFixture'

const CONSENT = { newsletterWording: 'News?', wording: 'May we write?', language: 'en' }

afterEach(forgetAllIndexes)

/** A moment that a test lets pass when it wants to. */
function openGate() {
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  return { gate, release }
}

/** The desk over a real notebook; drafts and photos in memory, photos as slow as a test says. */
async function deskOver(files = new Map<string, string>()) {
  const journal = new FakeJournal()
  const { notebook } = notebookOver(journal)
  await notebook.start()
  const disk = { isFull: false }
  const photos = { stored: 0, gate: Promise.resolve(), failure: undefined as string | undefined }
  const calls: ConstructorParameters<typeof LeadDesk>[1] = {
    'draft:save': async (name, text) => {
      if (disk.isFull) return err('draft.diskFull')
      files.set(name, text)
      return ok({ savedAt: 1 })
    },
    'draft:list': async () => ok([...files].map(([name, text]) => ({ name, text }))),
    'draft:remove': async (name) => {
      files.delete(name)
      return ok(null)
    },
    'attachment:put': async (bytes) => {
      await photos.gate
      if (photos.failure !== undefined) return err(photos.failure)
      photos.stored += 1
      return ok({ hash: String(photos.stored).repeat(64), sizeBytes: bytes.length })
    },
  }
  const desk = new LeadDesk(fair.id, calls, notebook)
  await desk.open()
  const save = (draft: LeadDraft): Promise<Result<unknown>> => saveLead(notebook, fair, draft, CONSENT)
  return { desk, calls, disk, journal, notebook, files, photos, save, now: () => desk.state.getState() }
}

const picture = (fileName: string): Promise<readonly Picture[]> =>
  Promise.resolve([{ bytes: Uint8Array.of(1), mediaType: 'image/png', fileName }])

test('the next, empty form is there at once; what is typed into it while the first is saved stays', async () => {
  const { desk, journal, files, save, now } = await deskOver()
  const { gate, release } = openGate()
  journal.gate = gate
  desk.update({ company: 'Nordlund' })
  const saved = desk.save(save)
  expect(now()).toMatchObject({ draft: { company: '' }, saving: [{ company: 'Nordlund' }] })
  desk.update({ company: 'Araucaria' })
  expect(files.size).toBe(2)
  release()
  await saved
  expect(now()).toMatchObject({ draft: { company: 'Araucaria' }, saving: [], aside: [] })
  expect([...files.values()].map((text) => JSON.parse(text).company)).toEqual(['Araucaria'])
  expect(journal.entries.map(({ label }) => label.params?.name)).toEqual(['Nordlund'])
})

test('a refused lead comes back into a form that is still empty', async () => {
  const { desk, journal, files, save, now } = await deskOver()
  journal.failure = 'journal.diskFull'
  desk.update({ company: 'Nordlund' })
  await desk.save(save)
  expect(now()).toMatchObject({
    draft: { company: 'Nordlund' },
    aside: [],
    saving: [],
    refused: { error: { code: 'journal.diskFull' }, isAside: false },
  })
  expect(files.size).toBe(1)
})

test('a refused lead is set aside when the next is being typed already', async () => {
  const { desk, journal, save, now } = await deskOver()
  journal.failure = 'journal.diskFull'
  desk.update({ company: 'Nordlund' })
  const saved = desk.save(save)
  desk.update({ company: 'Araucaria' })
  await saved
  expect(now()).toMatchObject({
    draft: { company: 'Araucaria' },
    aside: [{ company: 'Nordlund' }],
    refused: { isAside: true },
  })
})

test('after a crash a lead that was being saved is offered again only if the journal does not have it', async () => {
  const { desk, calls, journal, files, notebook, save } = await deskOver()
  desk.update({ company: 'Nordlund' })
  const kept = new Map(files)
  await desk.save(save)
  await notebook.settled()
  expect(journal.entries).toHaveLength(1)
  const list = async () => ok([...kept].map(([name, text]) => ({ name, text })))
  const next = new LeadDesk(fair.id, { ...calls, 'draft:list': list }, notebook)
  await next.open()
  expect(next.state.getState()).toMatchObject({ draft: { company: '' }, aside: [] })
  const other = await deskOver(kept)
  expect(other.now()).toMatchObject({ draft: { company: 'Nordlund' } })
})

test('what was typed after a lost answer outlives a crash, and is saved as an edit of what the journal has', async () => {
  const { desk, calls, journal, files, save, now } = await deskOver()
  journal.losesAnswers = true
  desk.update({ company: 'Nordlund' })
  await desk.save(save)
  expect(now()).toMatchObject({ draft: { company: 'Nordlund' }, refused: { error: { code: 'ipc.fault' } } })
  desk.update({ note: 'wants walnut' })
  journal.losesAnswers = false

  // The program starts again: its index follows the journal, which has the lead.
  const { notebook } = notebookOver(journal)
  await notebook.start()
  const next = new LeadDesk(fair.id, calls, notebook)
  await next.open()
  expect(next.state.getState()).toMatchObject({ draft: { company: 'Nordlund', note: 'wants walnut' } })
  await next.save((draft) => saveLead(notebook, fair, draft, CONSENT))
  await notebook.settled()
  expect(journal.entries).toHaveLength(2)
  const rows = (await notebook.database()?.rows('interactions').toArray()) ?? []
  expect(liveRecords('interactions', rows).map(({ text }) => text)).toEqual(['wants walnut'])
  expect(files.size).toBe(0)
})

test('a lead of an earlier start that was changed after it may have been sent is not dropped either', async () => {
  const { desk, files, notebook, save, calls } = await deskOver()
  desk.update({ company: 'Nordlund' })
  const kept = new Map(files)
  await desk.save(save)
  // A start that can't read the index offers the draft that the journal has.
  const blind = await deskOver(kept)
  blind.desk.update({ note: 'wants walnut' })
  const list = async () => ok([...kept].map(([name, text]) => ({ name, text })))
  await notebook.settled()
  const next = new LeadDesk(fair.id, { ...calls, 'draft:list': list }, notebook)
  await next.open()
  expect(next.state.getState()).toMatchObject({ draft: { note: 'wants walnut' } })
})

test('nothing is saved from an empty form', async () => {
  const { desk, journal, save, now } = await deskOver()
  await desk.save(save)
  expect(now()).toMatchObject({ refused: { error: { code: 'lead.empty' } }, saving: [] })
  expect(journal.entries).toEqual([])
})

test('a photo lands on the lead that it was pasted onto, and two quick ones both stay', async () => {
  const { desk, journal, photos, save, now } = await deskOver()
  const { gate, release } = openGate()
  photos.gate = gate
  desk.update({ company: 'Nordlund' })
  const id = now().draft?.changeSetId ?? ''
  const added = [desk.addPhotos(id, picture('front')), desk.addPhotos(id, picture('back'))]
  desk.setAside()
  desk.update({ company: 'Araucaria' })
  release()
  await Promise.all(added)
  expect(now().draft?.photos).toEqual([])
  expect(now().aside[0]?.photos.map(({ fileName }) => fileName)).toEqual(['front', 'back'])
  await desk.save(save)
  expect(journal.entries[0]?.changes.filter(({ table }) => table === 'attachments')).toEqual([])
})

test('a lead is saved with the photos that were still on their way', async () => {
  const { desk, journal, photos, save, now } = await deskOver()
  const { gate, release } = openGate()
  photos.gate = gate
  const added = desk.addPhotos(now().draft?.changeSetId ?? '', picture('front'))
  const saved = desk.save(save)
  release()
  await Promise.all([added, saved])
  const names = journal.entries[0]?.changes.flatMap(({ after }) => after.fileName ?? [])
  expect(names).toEqual(['front'])
})

test('a lead whose photo the disk refuses comes back instead of being saved without it', async () => {
  const { desk, journal, photos, save, now } = await deskOver()
  photos.failure = 'attachment.diskFull'
  desk.update({ company: 'Nordlund' })
  const added = desk.addPhotos(now().draft?.changeSetId ?? '', picture('front'))
  await Promise.all([added, desk.save(save)])
  expect(journal.entries).toEqual([])
  expect(now()).toMatchObject({
    draft: { company: 'Nordlund' },
    refused: { error: { code: 'attachment.diskFull' } },
  })
})

test('a lead that was set aside can be thrown away, from the disk too, and brought back', async () => {
  const { desk, files, now } = await deskOver()
  desk.update({ company: 'Nordlund' })
  desk.setAside()
  const [lead] = now().aside
  if (lead === undefined) throw new Error('nothing set aside')
  await desk.throwAway(lead)
  expect(now().aside).toEqual([])
  expect(files.size).toBe(0)
  desk.bringBack(lead)
  expect(now().aside).toEqual([lead])
  expect([...files.values()]).toEqual([JSON.stringify(lead)])
})

test('what was set aside is still aside at the next start, and what was in the form is in the form', async () => {
  const { desk, calls, notebook, now } = await deskOver()
  const atStart = async () => {
    const next = new LeadDesk(fair.id, calls, notebook)
    await next.open()
    return next
  }
  desk.update({ company: 'Bergst' })
  desk.setAside()
  const second = await atStart()
  expect(second.state.getState()).toMatchObject({ draft: { company: '' }, aside: [{ company: 'Bergst' }] })
  second.update({ company: 'Nordlund' })
  const third = await atStart()
  expect(third.state.getState()).toMatchObject({
    draft: { company: 'Nordlund' },
    aside: [{ company: 'Bergst' }],
  })
  // Gone on with, the two change places, and stay so.
  const [bergst] = third.state.getState().aside
  if (bergst !== undefined) third.resume(bergst)
  expect((await atStart()).state.getState()).toMatchObject({
    draft: { company: 'Bergst' },
    aside: [{ company: 'Nordlund' }],
  })
  // To put it aside and take it up again says nothing new.
  expect(third.state.getState().draft?.changedSinceSent).toBeUndefined()
  expect(now().draft?.company).toBe('')
})

test('before the window is left, what the disk refused is offered again, and only a yes to all lets it go', async () => {
  const { desk, disk, files, now } = await deskOver()
  disk.isFull = true
  desk.update({ company: 'Nordlund' })
  desk.setAside()
  desk.update({ company: 'Araucaria' })
  await expect.poll(() => now().keepError).toBe('draft.diskFull')
  expect(await desk.keepAgain()).toBe(false)
  disk.isFull = false
  expect(await desk.keepAgain()).toBe(true)
  expect([...files.values()].map((text) => JSON.parse(text).company).sort()).toEqual([
    'Araucaria',
    'Nordlund',
  ])
})
