import type { Qualifier } from '../records/touchpoint'

/** The questions every new fair starts with; texts are catalogue keys until a person edits them. */
export const DEFAULT_QUALIFIERS: readonly Qualifier[] = [
  { key: 'role', options: [{ key: 'buys' }, { key: 'owns' }, { key: 'advises' }, { key: 'agent' }] },
  {
    key: 'volume',
    options: [{ key: 'trial' }, { key: 'pallets' }, { key: 'container' }, { key: 'contract' }],
  },
  { key: 'timing', options: [{ key: 'now' }, { key: 'months3' }, { key: 'months6' }, { key: 'open' }] },
]
