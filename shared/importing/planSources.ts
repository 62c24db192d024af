import { createChange, type NewRecord } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import { fold } from '../matching/fold'
import type { Product } from '../records/product'
import { NAME_MAX_CHARS } from '../records/record'
import type { Channel, ChannelKind, Touchpoint } from '../records/touchpoint'
import type { ZoneName } from '../time/values'
import type { ImportRecord, ImportTouchpoint } from './importRecord'

/** Places that bring attention, with their names; a file of another origin says nothing about where people came from. */
const CHANNEL_NAMES: Readonly<Record<string, string>> = {
  alibaba: 'Alibaba.com',
  facebook: 'Facebook',
  'global-sources': 'Global Sources',
  linkedin: 'LinkedIn',
  'made-in-china': 'Made-in-China.com',
}

/** Channels that only figures speak of: what was spent on them, and who came. */
const FIGURE_CHANNELS: Readonly<Record<string, { name: string; kind: ChannelKind; owned?: true }>> = {
  alibaba: { name: 'Alibaba.com', kind: 'platform' },
  'google-ads': { name: 'Google Ads', kind: 'ads' },
  'linkedin-ads': { name: 'LinkedIn Ads', kind: 'ads' },
  'meta-ads': { name: 'Meta Ads', kind: 'ads' },
  'tiktok-ads': { name: 'TikTok Ads', kind: 'ads' },
  website: { name: 'Website', kind: 'site', owned: true },
}

/** What the notebook has already of what rows refer to by name. */
export interface KnownSources {
  readonly touchpoints: readonly Touchpoint[]
  readonly channels: readonly Channel[]
  readonly products: readonly Product[]
}

/** What every part of a plan needs to make records. */
export interface PlanMaking {
  /** When the import happens, epoch ms. */
  readonly at: number
  /** The zone of days without one: the device's. */
  readonly zone: ZoneName
  readonly fileName: string
  readonly newId: () => string
  /** What the person chose that figures belong to; else the file's own fair or channel. */
  readonly chosen?: ChosenPlace | undefined
}

/** A fair, page or campaign, or a channel of the notebook. */
export interface ChosenPlace {
  readonly touchpointId?: string
  readonly channelId?: string
}

/** A touchpoint as a row refers to it. */
export interface SourceOf {
  readonly id: string
  readonly zone: ZoneName | undefined
  readonly startsOn: string | undefined
}

/**
 * The fairs, platforms and products that rows name. What the notebook has is used; what it lacks is made once, the
 * first time that a row names it.
 */
export class PlanSources {
  private readonly products = new Map<string, string>()
  private readonly touchpoints = new Map<string, SourceOf>()
  private readonly channels = new Map<string, string>()
  private made: Change[] = []

  constructor(
    private readonly known: KnownSources,
    private readonly making: PlanMaking,
  ) {
    for (const { id, name, code } of known.products) {
      this.products.set(nameKey(name), id)
      if (code !== undefined) this.products.set(nameKey(code), id)
    }
    for (const { id, name } of known.channels) this.channels.set(nameKey(name), id)
  }

  /** The records made since the last call: they go before what refers to them. */
  takeMade(): Change[] {
    return this.made.splice(0)
  }

  /** The product of a name. */
  product(name: string): string {
    const key = nameKey(name)
    const id =
      this.products.get(key) ??
      this.make('products', { id: this.making.newId(), name: name.slice(0, NAME_MAX_CHARS) })
    this.products.set(key, id)
    return id
  }

  /** Where the row was collected: the named fair, or the file of a platform. Undefined when neither. */
  of(record: ImportRecord): SourceOf | undefined {
    const { touchpoint, channel } = record
    if (touchpoint !== undefined)
      return this.place('fair', fairName(touchpoint), { ...seriesOf(touchpoint), ...boothOf(touchpoint) })
    if (channel === 'fair') return this.place('fair', fileTitle(this.making.fileName), {})
    const name = channel === undefined ? undefined : CHANNEL_NAMES[channel]
    if (name === undefined) return undefined
    return this.place('platform', fileTitle(this.making.fileName), { channelId: this.channel(name) })
  }

  /** What costs and counts belong to: what the person chose, the fair that the file names, or the source's channel. */
  ofFigure({ touchpoint, channel }: ImportRecord): ChosenPlace {
    const { chosen } = this.making
    if (chosen !== undefined) return chosen
    if (touchpoint !== undefined)
      return { touchpointId: this.place('fair', fairName(touchpoint), seriesOf(touchpoint)).id }
    const known = channel === undefined ? undefined : FIGURE_CHANNELS[channel]
    if (known === undefined) return {}
    const { name, kind, owned } = known
    return { channelId: this.channel(name, { kind, ownership: owned === true ? 'owned' : 'rented' }) }
  }

  private channel(name: string, fields: Partial<NewRecord<'channels'>> = {}): string {
    const key = nameKey(name)
    const id =
      this.channels.get(key) ??
      this.make('channels', { id: this.making.newId(), name, ownership: 'rented', ...fields })
    this.channels.set(key, id)
    return id
  }

  private place(kind: Touchpoint['kind'], name: string, fields: Partial<NewRecord<'touchpoints'>>): SourceOf {
    const key = `${kind}\n${nameKey(name)}`
    const planned = this.touchpoints.get(key)
    if (planned !== undefined) return planned
    const existing = this.known.touchpoints.find(
      (known) => known.kind === kind && nameKey(known.name) === nameKey(name),
    )
    const id = existing?.id ?? this.make('touchpoints', { ...fields, id: this.making.newId(), kind, name })
    const source = { id, zone: existing?.zone, startsOn: existing?.startsOn }
    this.touchpoints.set(key, source)
    return source
  }

  private make<T extends 'products' | 'channels' | 'touchpoints'>(table: T, record: NewRecord<T>): string {
    this.made.push(createChange(table, record, this.making.at, 'import'))
    return record.id
  }
}

function fairName({ name, edition, year }: ImportTouchpoint): string {
  const isDated = edition !== undefined || year === undefined || name.includes(String(year))
  return (isDated ? name : `${name} ${year}`).slice(0, NAME_MAX_CHARS)
}

/** Editions of one fair share the name without its number. */
function seriesOf({ name, edition }: ImportTouchpoint): { series?: string } {
  if (edition === undefined) return {}
  const series = name.replace(/第?\s*\d+\s*(届|th|st|nd|rd)?/i, '').trim()
  return series === '' ? {} : { series }
}

function boothOf({ hallBooth }: ImportTouchpoint): { booth?: string } {
  return hallBooth === undefined || hallBooth.length > 100 ? {} : { booth: hallBooth }
}

function fileTitle(fileName: string): string {
  const title = fileName.replace(/\.[^.]{1,5}$/, '').trim()
  return (title === '' ? fileName : title).slice(0, 500)
}

function nameKey(name: string): string {
  return fold(name).trim()
}
