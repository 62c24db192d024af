import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { files, options } from './fileArbitrary'
import { PlainNotebook, planFile, tally } from './planning'

test('a file that was taken in plans nothing the second time, whatever stood in the notebook before', () => {
  void fc.assert(
    fc.property(files, files, options, (older, file, chosen) => {
      const notebook = new PlainNotebook()
      notebook.apply(planFile(notebook, older, { ...chosen, fileName: 'older.csv' }).changes)
      const first = planFile(notebook, file, chosen)
      notebook.apply(first.changes)
      const again = planFile(notebook, file, { ...chosen, at: 1_800_000_000_000 })
      expect(again.changes).toEqual([])
      const counts = tally(again.rows)
      expect([counts.new ?? 0, counts.update ?? 0]).toEqual([0, 0])
    }),
    { numRuns: 150 },
  )
})

test('an import never brings a consent, and never changes what a field held', () => {
  void fc.assert(
    fc.property(files, files, options, (older, file, chosen) => {
      const notebook = new PlainNotebook()
      notebook.apply(planFile(notebook, older, chosen).changes)
      for (const { table, before, after } of planFile(notebook, file, chosen).changes) {
        if (table === 'consents') expect(after.state).toBe('withdrawn')
        for (const [field, value] of Object.entries(before ?? {})) {
          if (['updatedAt', 'rev'].includes(field)) continue
          if (Array.isArray(value)) expect(after[field]).toEqual(expect.arrayContaining(value))
          else if (field === 'extra' || field === 'custom')
            expect(after[field]).toMatchObject(value as object)
          // A page or person without a name is named by what comes.
          else if (field !== 'name' && field !== 'fullName') expect(after[field]).toEqual(value)
        }
      }
    }),
    { numRuns: 80 },
  )
})
