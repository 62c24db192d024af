import { Menu } from '@mantine/core'
import { Ellipsis } from 'lucide-react'
import { useText } from '../i18n/text'
import styles from './Backups.module.css'

/** What is done with a backup more seldom. `whenId` names the element that says which backup it is. */
export function BackupMenu(props: { id: string; whenId: string; isBusy: boolean; onSeal: () => void }) {
  const { id, whenId, isBusy, onSeal } = props
  const text = useText()
  const buttonId = `more-${id}`
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button
          id={buttonId}
          type="button"
          className={styles.button}
          aria-label={text('backup.more')}
          aria-labelledby={`${buttonId} ${whenId}`}
          disabled={isBusy}
        >
          <Ellipsis size={16} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onSeal}>{text('backup.saveSealed')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
