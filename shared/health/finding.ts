/** The steps of a self-check, in the order in which they are taken. */
export const HEALTH_STEPS = ['journal', 'index', 'attachments', 'backup'] as const
export type HealthStep = (typeof HEALTH_STEPS)[number]

/** How a part of the notebook is, from the best to the worst; `unchecked` is neither. */
export const HEALTH_STATES = ['healthy', 'unchecked', 'attention', 'broken'] as const
export type HealthState = (typeof HEALTH_STATES)[number]

/** What can be found, each with a sentence of its own (`health.found.<code>`) that says what to do. */
export const HEALTH_CODES = [
  'journalWhole',
  'journalLost',
  'journalUnproven',
  'indexSame',
  'indexSampled',
  'indexDiffers',
  'indexBehind',
  'indexHoldsMore',
  'indexNoBase',
  'filesNone',
  'filesWhole',
  'filesFaulty',
  'backupWhole',
  'backupBehind',
  'backupNone',
  'backupDamaged',
  'backupBadRows',
  'backupUnreadable',
  'notChecked',
] as const
export type HealthCode = (typeof HEALTH_CODES)[number]

/** One thing that a step found: codes and counts, no words of the notebook. */
export interface HealthFinding {
  readonly step: HealthStep
  readonly state: HealthState
  readonly code: HealthCode
  readonly counts: Readonly<Record<string, number>>
  /** The error that kept a step from being taken. */
  readonly error?: string | undefined
}

/** The verdict over several findings: the worst of them; `unchecked` for none at all. */
export function worstState(findings: readonly HealthFinding[]): HealthState {
  const ranks = findings.map(({ state }) => HEALTH_STATES.indexOf(state))
  return ranks.length === 0 ? 'unchecked' : (HEALTH_STATES[Math.max(...ranks)] ?? 'unchecked')
}

/** Whether an index that is built anew would mend something that was found. */
export function isMendedByRebuild(findings: readonly HealthFinding[]): boolean {
  return findings.some(({ code }) => code === 'indexDiffers' || code === 'indexBehind')
}
