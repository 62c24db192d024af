import { Menu } from '@mantine/core'
import { Ellipsis } from 'lucide-react'
import { useText } from '../i18n/text'
import dialog from '../ui/dialog.module.css'
import styles from './Backups.module.css'

/** What is done with a backup more seldom; `when` tells which backup it is. */
export function BackupMenu(props: {
  when: string
  isBusy: boolean
  onSeal: () => void
  onTakeBack: () => void
}) {
  const { when, isBusy, onSeal, onTakeBack } = props
  const text = useText()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button
          type="button"
          className={dialog.button}
          aria-label={text('backup.more', { when })}
          disabled={isBusy}
        >
          <Ellipsis size={16} className={styles.icon} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onSeal}>{text('backup.saveSealed')}</Menu.Item>
        <Menu.Item onClick={onTakeBack}>{text('backup.takeBack')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
