import { describe, expect, it } from 'vitest'
import { earliest } from '#shared/nurture/nextDue'

describe('earliest', () => {
  it('is nothing where nothing is due', () => {
    expect(earliest([])).toBeUndefined()
  })

  it('is the first day, what is late before what is to come', () => {
    expect(earliest([{ on: '2026-12-01' }, { on: '2026-11-20' }, { on: '2026-11-30' }])).toEqual({
      on: '2026-11-20',
    })
  })

  it('of one day is what has an hour, of two hours the earlier', () => {
    const agreed = [{ on: '2026-11-30' }, { on: '2026-11-30', at: 1600 }, { on: '2026-11-30', at: 900 }]
    expect(earliest(agreed)).toEqual({ on: '2026-11-30', at: 900 })
    expect(earliest([...agreed].reverse())).toEqual({ on: '2026-11-30', at: 900 })
  })
})
