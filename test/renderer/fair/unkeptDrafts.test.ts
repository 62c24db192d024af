import { expect, test } from 'vitest'
import { emptyLeadDraft } from '#shared/leads/leadDraft'
import { keepUnkept, noteKept, unkeptDrafts } from '../../../renderer/fair/unkeptDrafts'
import { testId } from '../../shared/changes/memoryNotebook'

function draft(number: number) {
  const ids = {
    changeSetId: testId(number),
    customerId: testId(number + 1),
    personId: testId(number + 2),
    interactionId: testId(number + 3),
  }
  return { ...emptyLeadDraft(ids, 'fair', 1), company: `Company ${number}` }
}

test('before the window is left, what the disk refused is offered again, and only a yes to all lets it go', async () => {
  noteKept(draft(10), false)
  noteKept(draft(20), false)
  const written: [string, string][] = []
  const fullDisk = async (name: string, text: string) => {
    written.push([name, JSON.parse(text).company])
    return name === `lead-${testId(10)}`
  }
  expect(await keepUnkept(fullDisk)).toBe(false)
  expect(written).toEqual([
    [`lead-${testId(10)}`, 'Company 10'],
    [`lead-${testId(20)}`, 'Company 20'],
  ])
  expect(unkeptDrafts('fair').map(({ company }) => company)).toEqual(['Company 20'])
  expect(await keepUnkept(async () => true)).toBe(true)
  expect(unkeptDrafts('fair')).toEqual([])
})
