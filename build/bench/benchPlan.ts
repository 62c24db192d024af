import type { SpacingRules } from '#shared/nurture/placeTouches'
import { FAIR_WELCOME } from '#shared/nurture/plans/fairWelcome'
import { planTouches } from '#shared/nurture/planTouches'
import type { PlanInput } from '#shared/nurture/slots'
import type { Enrolment, Plan } from '#shared/records/nurture'
import { addDays } from '#shared/time/calendarDay'
import { TouchCalendars } from '../../renderer/workers/touchCalendars'
import { type Ratio, ratioOf } from './statistics'
import { timedAtOnce } from './timed'

const ROUNDS = 5
const TODAY = '2026-11-25'
const AHEAD_DAYS = 90
const COUNTRIES = ['SE', 'IL', 'US', 'CN', 'DE', 'SA', 'VN', 'BR']
const FREQUENCY_CAP_DAYS = 3
/** So many enrolments share one touch of a day's capacity: days are as full of many as of few. */
const ENROLMENTS_A_TOUCH = 50
const BASE = { schema: 2, rev: 1, createdAt: 1, updatedAt: 1, origin: 'person' } as const
const PLAN: Plan = { ...BASE, id: 'plan', ...FAIR_WELCOME }

/**
 * Planning all enrolments anew, with holidays, frequency cap and capacity, against a tenth of them: a ratio near ten
 * says that the work grows with the touches. Two enrolments a person, begun over the last hundred days.
 */
export async function benchPlan(enrolments: number, say: (line: string) => void): Promise<readonly Ratio[]> {
  const calendars = new TouchCalendars()
  calendars.follow({ workingDays: [1, 2, 3, 4, 5], homeCountry: 'CN' }, TODAY)
  await calendars.read(COUNTRIES, () => Promise.resolve())
  const inputs = Array.from({ length: enrolments }, (_, place) => inputOf(place, calendars))
  const tenth = inputs.slice(0, enrolments / 10)
  const plan = (some: readonly PlanInput[]) =>
    [
      ...planTouches(some, rulesFor(some.length), { to: addDays(TODAY, AHEAD_DAYS), today: TODAY }).values(),
    ].flat().length
  // The first run finds out about days that every later one knows.
  say(`${enrolments} enrolments call for ${plan(inputs)} touches, ${tenth.length} for ${plan(tenth)}`)
  const growth: { measured: number; control: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const control = timedAtOnce(() => plan(tenth))
    growth.push({ measured: timedAtOnce(() => plan(inputs)), control })
  }
  return [ratioOf(`planning ${enrolments} against ${tenth.length} enrolments`, growth)]
}

function rulesFor(enrolments: number): SpacingRules {
  return { frequencyCapDays: FREQUENCY_CAP_DAYS, dayCapacity: enrolments / ENROLMENTS_A_TOUCH }
}

function inputOf(place: number, calendars: TouchCalendars): PlanInput {
  const enrolment: Enrolment = {
    ...BASE,
    id: `e${place}`,
    planId: PLAN.id,
    customerId: `c${Math.floor(place / 2)}`,
    personId: `p${Math.floor(place / 2)}`,
    startsOn: addDays(TODAY, -(place % 100)),
  }
  const country = COUNTRIES[Math.floor(place / 2) % COUNTRIES.length]
  return { plan: PLAN, enrolment, touches: [], calendar: calendars.of(country), value: 1 + (place % 4) }
}
