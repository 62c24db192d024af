import { describe, expect, test } from 'vitest'
import { journalWorkload } from '../../support/simFsJournalWorkload'
import { forgetSyncs, sweepCrashes } from '../../support/simFsSweep'

const isLong = process.env.ORCHARD_FAULTS === 'long'
/** Over all lives together: this many states of the disk after a loss of power are opened again and checked. */
const STATES = isLong ? 100_000 : 10_000

describe('journal on a disk that loses power', () => {
  let checked = 0

  // A state late in a long life costs several times as much as one of a short life: there are fewer of them.
  test.each([
    ['long', 400, 0.2 * STATES],
    ['short', 80, 0.8 * STATES],
  ])(
    'keeps every acknowledged entry, whole and in order, through %s lives',
    async (name, operationsPerLife, states) => {
      const options = { seed: 1, states, statesPerOperation: 4, operationsPerLife }
      const count = await sweepCrashes(journalWorkload, options)
      console.log('journal,', name, 'lives', { ...count, violations: count.violations.length })
      expect(count.violations.slice(0, 10)).toEqual([])
      checked += count.crashStates
    },
  )

  test(`was opened after at least ${STATES.toLocaleString('en')} losses of power`, () => {
    console.log('journal, states checked', checked)
    expect(checked).toBeGreaterThanOrEqual(STATES)
  })

  test.each([
    ['every sync', { sync: true, dataSync: true, syncFolder: true }],
    ['the sync of appends', { dataSync: true }],
    ['the sync of new segments', { sync: true }],
    ['the sync of the folder', { syncFolder: true }],
  ])('control: loses entries without %s', async (name, forgotten) => {
    const count = await sweepCrashes(journalWorkload, {
      seed: 2,
      states: 400,
      statesPerOperation: 4,
      wrap: (fs) => forgetSyncs(fs, forgotten),
    })
    console.log('control without', name, { ...count, violations: count.violations.length })
    expect(count.violations.length).toBeGreaterThan(0)
  })
})
