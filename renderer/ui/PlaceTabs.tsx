import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './PlaceTabs.module.css'

/** A part of a place: its name in the view state, what it is called, what it shows. */
export interface PlaceTab {
  readonly name: string
  readonly label: string
  readonly page: () => ReactNode
}

/** The parts of a place side by side; arrow keys go between them, and only the one that is chosen is drawn. */
export function PlaceTabs(props: {
  readonly label: string
  readonly tabs: readonly [PlaceTab, ...PlaceTab[]]
  readonly chosen: string | undefined
  readonly onChoose: (name: string) => void
}) {
  const current = props.tabs.find(({ name }) => name === props.chosen) ?? props.tabs[0]
  return (
    <Tabs
      className={styles.place ?? ''}
      value={current.name}
      onChange={(name) => name !== null && props.onChoose(name)}
      keepMounted={false}
    >
      <Tabs.List className={styles.list ?? ''} aria-label={props.label}>
        {props.tabs.map(({ name, label }) => (
          <Tabs.Tab key={name} value={name}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {props.tabs.map(({ name, page }) => (
        <Tabs.Panel key={name} value={name} className={styles.panel ?? ''}>
          {name === current.name && page()}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
