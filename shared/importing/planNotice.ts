import { createChange, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Carrier, Membership } from '../records/carrier'
import type { Engagement } from '../records/content'
import type { ImportEngagements, ImportMembership } from './domainParts'
import type { FormatId } from './formats'
import type { OnFill } from './planFields'
import { momentFields } from './planInteractions'
import type { PlanMaking } from './planSources'
import { contentHash } from './rowHash'

/** What the notebook has of letters, events and lists. */
export interface KnownNotice {
  readonly engagements: readonly Engagement[]
  readonly memberships: readonly Membership[]
  readonly carriers: readonly Carrier[]
}

/** Whom a row speaks of. */
export interface NoticeTarget {
  readonly customerId: string
  readonly personId: string | undefined
  /** The file says that they want no mail: then they are on no list. */
  readonly isOptOut: boolean
}

/** Plans engagements and memberships. A sum that has grown replaces the smaller one; who has left a list stays away. */
export class PlanNotice {
  private readonly engagements = new Map<string, Engagement>()
  private readonly memberships = new Map<string, Membership>()
  private readonly lists: Carrier[]
  private readonly made: Change[] = []

  constructor(known: KnownNotice) {
    for (const one of known.engagements)
      if (one.sourceKey !== undefined) this.engagements.set(one.sourceKey, one)
    for (const one of known.memberships)
      if (one.sourceKey !== undefined) this.memberships.set(one.sourceKey, one)
    this.lists = known.carriers.filter(
      ({ kind, retiredAt }) => kind === 'emailList' && retiredAt === undefined,
    )
  }

  /** Carriers that rows have made since the last call: they go before what refers to them. */
  takeMade(): Change[] {
    return this.made.splice(0)
  }

  /** How a person took notice. One campaign gives one record of each kind a person. */
  planEngagements(
    { campaign, list }: ImportEngagements,
    format: FormatId,
    target: NoticeTarget,
    tools: { readonly making: PlanMaking; readonly onFill: OnFill },
  ): Change[] {
    const { making, onFill } = tools
    const who = target.personId ?? target.customerId
    return list.flatMap(({ kind, at, count, minutes }) => {
      const sourceKey = `notice:${format}|${contentHash(campaign)}|${who}|${kind}`
      const known = this.engagements.get(sourceKey)
      const { zone: _zone, ...moment } = momentFields(at, making.zone, making.at)
      const counts = {
        ...(count === undefined || count < 1 ? {} : { count }),
        ...(minutes === undefined ? {} : { minutes }),
      }
      // Of a file that tells no time, a later look at the same letter is no later reading of it.
      const change =
        known === undefined
          ? createChange(
              'engagements',
              { id: making.newId(), ...idsOf(target), kind, ...moment, ...counts, campaign, sourceKey },
              making.at,
              'import',
            )
          : updateChange('engagements', known, counts, making.at)
      if (change === undefined) return []
      this.engagements.set(sourceKey, change.after as unknown as Engagement)
      onFill('engagement')
      return [change]
    })
  }

  /** Since when somebody is on the list, and until when. A file that has them leave ends it; none brings them back. */
  planMembership(
    member: ImportMembership,
    list: string,
    target: NoticeTarget,
    tools: { readonly making: PlanMaking; readonly onFill: OnFill },
  ): Change[] {
    const { making, onFill } = tools
    const sourceKey = `member:${list}|${target.personId ?? target.customerId}`
    const known = this.memberships.get(sourceKey)
    const at = (moment: ImportMembership['joinedAt']) => momentFields(moment, making.zone, making.at).at
    const isLeaving = member.leftAt !== undefined || target.isOptOut
    const left = isLeaving
      ? { leftAt: at(member.leftAt), leftReason: member.leftReason ?? ('unsubscribed' as const) }
      : {}
    if (known !== undefined) {
      if (!isLeaving || known.leftAt !== undefined) return []
      const change = updateChange('memberships', known, left, making.at)
      if (change === undefined) return []
      this.memberships.set(sourceKey, change.after as unknown as Membership)
      onFill('membership')
      return [change]
    }
    // Without the day of joining there is nothing to keep but the refusal, which stands among the consents.
    if (member.joinedAt === undefined) return []
    const joined = { carrierId: this.carrier(list, making), joinedAt: at(member.joinedAt), sourceKey }
    const change = createChange(
      'memberships',
      { id: making.newId(), ...idsOf(target), ...joined, ...left },
      making.at,
      'import',
    )
    this.memberships.set(sourceKey, change.after as unknown as Membership)
    onFill('membership')
    return [change]
  }

  /** The notebook's own mailing list: the one that is tended first, the only one, or one named after the tool. */
  private carrier(name: string, making: PlanMaking): string {
    const named = this.lists.find((list) => list.name === name)
    const main = this.lists.find(({ rank }) => rank === 'main')
    const found = named ?? main ?? (this.lists.length === 1 ? this.lists[0] : undefined)
    if (found !== undefined) return found.id
    const fields = { id: making.newId(), name, kind: 'emailList' as const, handleKind: 'email' as const }
    const change = createChange('carriers', fields, making.at, 'import')
    this.made.push(change)
    this.lists.push(change.after as unknown as Carrier)
    return fields.id
  }
}

function idsOf({ customerId, personId }: NoticeTarget): { customerId: string; personId?: string } {
  return { customerId, ...(personId === undefined ? {} : { personId }) }
}
