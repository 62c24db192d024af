import { Modal } from '@mantine/core'
import type { CommandList } from '../commands/registry'
import { useText } from '../i18n/text'
import { KeyCaps } from '../ui/KeyCaps'
import { useView } from '../view/viewState'
import styles from './KeysSheet.module.css'

/** All commands that have keys, made from the registry. */
export function KeysSheet({ commands }: { commands: CommandList }) {
  const text = useText()
  const shown = useView((view) => view.keysShown)
  const showKeys = useView((view) => view.showKeys)
  return (
    <Modal
      opened={shown}
      onClose={() => showKeys(false)}
      title={text('keys.title')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
      size="lg"
    >
      <ul className={styles.list}>
        {commands
          .filter((command) => command.keys.length > 0)
          .map((command) => (
            <li key={command.id} className={styles.row}>
              <span>{text(command.titleKey)}</span>
              <span className={styles.chords}>
                {command.keys.map((chord) => (
                  <KeyCaps key={chord} chord={chord} />
                ))}
              </span>
            </li>
          ))}
      </ul>
    </Modal>
  )
}
