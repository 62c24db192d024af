import {
  BookText,
  ChartLine,
  Download,
  GanttChart,
  LibraryBig,
  ListTodo,
  type LucideIcon,
  Settings,
  Split,
  Store,
} from 'lucide-react'
import type { MessageKey } from '#shared/i18n/catalogues'
import { useText } from '../i18n/text'
import { type Place, useView } from '../view/viewState'
import styles from './Shell.module.css'

const ITEMS: Readonly<Record<Place, { icon: LucideIcon; label: MessageKey; atEnd?: boolean }>> = {
  today: { icon: ListTodo, label: 'place.today' },
  fair: { icon: Store, label: 'place.fair' },
  notebook: { icon: BookText, label: 'place.notebook' },
  timeline: { icon: GanttChart, label: 'place.timeline' },
  library: { icon: LibraryBig, label: 'place.library' },
  channels: { icon: Split, label: 'place.channels' },
  insights: { icon: ChartLine, label: 'place.insights' },
  import: { icon: Download, label: 'place.import', atEnd: true },
  settings: { icon: Settings, label: 'place.settings' },
}

/** The places, always in sight. */
export function Rail() {
  const text = useText()
  const place = useView((view) => view.place)
  const go = useView((view) => view.go)
  return (
    <nav className={styles.rail} aria-label={text('shell.places')}>
      {Object.entries(ITEMS).map(([name, { icon: Icon, label, atEnd }]) => (
        <button
          key={name}
          type="button"
          className={`${styles.railItem} ${atEnd === true ? styles.railEnd : ''}`}
          aria-current={name === place ? 'page' : undefined}
          onClick={() => go(name as Place)}
        >
          <Icon size={19} strokeWidth={1.5} aria-hidden="true" />
          {text(label)}
        </button>
      ))}
    </nav>
  )
}
