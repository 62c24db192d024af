import type { HandleKind } from '#shared/records/handle'
import type { Plan } from '#shared/records/nurture'
import { OWN_LANES } from '#shared/timeline/nurtureSpan'
import { NO_CARRIER } from '#shared/timeline/spanLanes'
import { useText } from '../i18n/text'
import { usePlanNames } from '../nurture/usePlanNames'
import { useView } from '../view/viewState'
import type { LaneKind } from './laneKinds'
import type { TimelineLine } from './lines'
import styles from './Timeline.module.css'

/** What a line is of: a lane with how many customers it has, or one of its rows. */
export function LineLabel(props: {
  line: TimelineLine
  plans: readonly Plan[]
  /** The name of the customer whose lane it is; undefined while it is read. */
  name: string | undefined
  laneKind: LaneKind
}) {
  const { line, laneKind } = props
  const text = useText()
  const names = usePlanNames()
  const privacy = useView((view) => view.privacy)
  const plan = props.plans.find((candidate) => candidate.id === line.lane.id)
  const laneOrPlan = (id: string) => {
    const own = OWN_LANES.find((lane) => lane === id)
    return own === undefined ? names.plan(props.plans.find((one) => one.id === id)) : text(`lane.${own}`)
  }
  if (line.kind === 'title') {
    const { id } = line.lane
    const words =
      laneKind !== 'carrier'
        ? laneOrPlan(id)
        : id === NO_CARRIER
          ? text('lanes.noCarrier')
          : text(`handle.${id as HandleKind}`)
    return (
      <span className={styles.laneName} title={words}>
        <strong>
          <bdi>{words}</bdi>
        </strong>{' '}
        <small>{text('lane.customers', { count: line.lane.customers })}</small>
      </span>
    )
  }
  const spokenName = (name: string | undefined) => (name === '' ? text('lead.unnamed') : (name ?? ''))
  const words =
    line.row === 'all'
      ? privacy
        ? text('timeline.hidden')
        : spokenName(props.name)
      : laneKind === 'carrier'
        ? laneOrPlan(line.row)
        : line.row === 'us' || line.row === 'them' || line.row === 'agreed'
          ? text(`lane.${line.row}`)
          : names.step(plan, line.row)
  return (
    <span className={styles.rowName} data-strong={line.row === 'all'} title={words}>
      <bdi>{words}</bdi>
    </span>
  )
}
