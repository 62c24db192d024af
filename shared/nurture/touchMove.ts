import type { IsoDate } from '../time/values'
import type { Obstacle } from './fineDay'

/** One move of a touch from a day to a later one (to any day when a person did it), and what made it so. */
export type TouchMove = { readonly from: IsoDate; readonly to: IsoDate } & MoveCause

/** Why a touch left a day. Each is a key (`touch.moved.<because>`) with its parameters. */
export type MoveCause =
  | Obstacle
  | { readonly because: 'person' }
  /** Another touch of the same person, planned or done, stands `on` a day nearer than the cap of so many days. */
  | { readonly because: 'cap'; readonly days: number; readonly on: IsoDate }
  /** We spoke on a day, and the plan wants so many days of quiet after that. */
  | { readonly because: 'quiet'; readonly days: number; readonly on: IsoDate }
  /** The day was full with touches that matter more or have waited longer. */
  | { readonly because: 'capacity'; readonly capacity: number }

export type MoveReason = TouchMove['because']
