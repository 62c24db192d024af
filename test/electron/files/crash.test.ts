import { describe, expect, test } from 'vitest'
import {
  attachmentWorkload,
  draftWorkload,
  durableWriteWorkload,
  headWorkload,
  headWorkloadOnFailingDisk,
} from '../../support/simFsFileWorkloads'
import { forgetSyncs, sweepCrashes } from '../../support/simFsSweep'

const isLong = process.env.ORCHARD_FAULTS === 'long'
const STATES = isLong ? 50_000 : 2_000
const SHORT_LIVES = { operationsPerLife: 60 }
/** The small ones are quick: they get more states. */
const WORKLOADS = [
  ['HEAD', headWorkload, 4 * STATES],
  ['drafts', draftWorkload, 4 * STATES],
  ['attachments', attachmentWorkload, STATES],
  ['durable writes', durableWriteWorkload, STATES],
] as const

describe('files on a disk that loses power', () => {
  test.each(WORKLOADS)('%s: what was acknowledged is there, whole', async (name, workload, states) => {
    const count = await sweepCrashes(workload, {
      seed: 11,
      states,
      statesPerOperation: 4,
      ...SHORT_LIVES,
    })
    console.log(name, { ...count, violations: count.violations.length })
    expect(count.violations.slice(0, 10)).toEqual([])
  })

  test.each([['HEAD', headWorkloadOnFailingDisk, 4 * STATES], ...WORKLOADS.slice(1)] as const)(
    '%s: the same after errors of the disk',
    async (name, workload, states) => {
      const count = await sweepCrashes(workload, {
        seed: 12,
        states: states / 4,
        statesPerOperation: 1,
        ...SHORT_LIVES,
        fault: (rng) => {
          const from = 3 + rng.below(120)
          const until = from + 1 + rng.below(8)
          const errno = rng.below(2) === 0 ? 'EIO' : 'ENOSPC'
          return ({ index, op }) =>
            index >= from && index < until && op !== 'close' && op !== 'read' ? { errno } : undefined
        },
      })
      console.log(name, 'failing disk', { ...count, violations: count.violations.length })
      expect(count.violations.slice(0, 10)).toEqual([])
    },
  )

  test.each(WORKLOADS)('control: %s lose something when files are not synced', async (name, workload) => {
    const count = await sweepCrashes(workload, {
      seed: 13,
      states: 400,
      statesPerOperation: 4,
      wrap: (fs) => forgetSyncs(fs, { sync: true, dataSync: true }),
    })
    console.log('control', name, 'files', { ...count, violations: count.violations.length })
    expect(count.violations.length).toBeGreaterThan(0)
  })

  test.each(WORKLOADS)('control: %s lose something when folders are not synced', async (name, workload) => {
    const count = await sweepCrashes(workload, {
      seed: 14,
      states: 400,
      statesPerOperation: 4,
      wrap: (fs) => forgetSyncs(fs, { syncFolder: true }),
    })
    console.log('control', name, 'folders', { ...count, violations: count.violations.length })
    expect(count.violations.length).toBeGreaterThan(0)
  })
})
