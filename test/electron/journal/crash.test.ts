import { describe, expect, test } from 'vitest'
import { journalWorkload } from '../../support/simFsJournalWorkload'
import { forgetSyncs, sweepCrashes } from '../../support/simFsSweep'

const isLong = process.env.ORCHARD_FAULTS === 'long'
const STATES = isLong ? 100_000 : 4_000

describe('journal on a disk that loses power', () => {
  test.each([
    ['long', 400],
    ['short', 80],
  ])(
    'keeps every acknowledged entry, whole and in order, through %s lives',
    async (name, operationsPerLife) => {
      const options = { seed: 1, states: STATES / 2, statesPerOperation: 4, operationsPerLife }
      const count = await sweepCrashes(journalWorkload, options)
      console.log('journal,', name, 'lives', { ...count, violations: count.violations.length })
      expect(count.violations.slice(0, 10)).toEqual([])
    },
  )

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
