import { useEffect, useState } from 'react'
import { enrolMany } from '#shared/nurture/enrolMany'
import { type Invitee, invitationRound, type Round } from '#shared/nurture/invitees'
import type { Touchpoint } from '#shared/records/touchpoint'
import { err, ok, type Result } from '#shared/result'
import { dayIn } from '#shared/time/calendarDay'
import { useText } from '../i18n/text'
import { usePlanCommit } from '../plans/usePlanCommit'
import { useNotebook } from '../store/NotebookContext'
import type { Notebook } from '../store/notebook'
import { fairById } from '../store/queries/fairs'
import { type RoundRecords, roundRecords } from '../store/queries/invitations'
import { membersOfRule } from '../store/segmentAnswers'
import { deviceZone } from '../store/TodayContext'

/** From this warmth on somebody is glad to be asked, wherever they live. */
const WARM_FROM = 40

/** A round as it was read when the dialog opened. */
export interface ReadRound extends Round {
  readonly fair: Touchpoint
  readonly records: RoundRecords
}

/** Who may be invited; undefined while the notebook is read. */
export function useRound(fairId: string): Result<ReadRound> | undefined {
  const notebook = useNotebook()
  const [round, setRound] = useState<Result<ReadRound>>()
  useEffect(() => {
    let wanted = true
    void readRound(notebook, fairId).then((read) => {
      if (wanted) setRound(read)
    })
    return () => {
      wanted = false
    }
  }, [notebook, fairId])
  return round
}

async function readRound(notebook: Notebook, fairId: string): Promise<Result<ReadRound>> {
  const db = notebook.database()
  const fair = db === undefined ? undefined : await fairById(db, fairId)
  if (db === undefined || fair === undefined) return err('undo.notReady')
  const warm = await membersOfRule(notebook, { field: 'warmth', op: 'atLeast', value: WARM_FROM })
  if (!warm.ok) return warm
  const near =
    fair.country === undefined
      ? ok([])
      : await membersOfRule(notebook, { field: 'country', op: 'is', value: fair.country })
  if (!near.ok) return near
  const records = await roundRecords(db, fairId, { warmIds: warm.value, nearIds: near.value })
  if (records === undefined) return err('undo.notReady')
  return ok({ ...invitationRound(records.input), fair, records })
}

/** Puts the chosen ones on the invitation, in one change that can be taken back; answers whether it was saved. */
export function useInvite(): (round: ReadRound, chosen: readonly Invitee[]) => Promise<boolean> {
  const notebook = useNotebook()
  const commit = usePlanCommit()
  const text = useText()
  return ({ fair, records }, chosen) => {
    const people = chosen.map(({ customer, person }) => ({
      customerId: customer.id,
      personId: person?.id,
      touchpointId: fair.id,
    }))
    const params = { count: people.length, fair: fair.name }
    return commit(
      { key: 'change.invited', params },
      (at) => {
        const begin = { startsOn: dayIn(deviceZone(), at) }
        return enrolMany(records.plan, people, begin, { at, newId: notebook.sources.newId })
      },
      text('invite.done', params),
      { size: people.length + 1 },
    )
  }
}
