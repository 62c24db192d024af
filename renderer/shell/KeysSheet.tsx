import { Modal } from '@mantine/core'
import type { CommandList } from '../commands/registry'
import { useText } from '../i18n/text'
import { KeyCaps } from '../ui/KeyCaps'
import { useView } from '../view/viewState'
import { KeyRow } from './KeyRow'
import styles from './KeysSheet.module.css'
import { PLACE_OWN_KEYS } from './placeKeys'

/** The keys of the place that is open, then all commands that have keys, made from the registry. */
export function KeysSheet({ commands }: { commands: CommandList }) {
  const text = useText()
  const shown = useView((view) => view.keysShown)
  const showKeys = useView((view) => view.showKeys)
  const helpShown = useView((view) => view.helpShown)
  const showHelp = useView((view) => view.showHelp)
  const place = useView((view) => view.place)
  const own = PLACE_OWN_KEYS[place]
  return (
    <Modal
      opened={shown}
      onClose={() => showKeys(false)}
      title={text('keys.title')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
      size="lg"
      // Whoever goes on to the help is to arrive there.
      returnFocus={!helpShown}
    >
      <button
        type="button"
        className={styles.help}
        onClick={() => {
          showHelp(true)
          showKeys(false)
        }}
      >
        {text('command.help')} <KeyCaps chord="F1" />
      </button>
      {own !== undefined && (
        <>
          <h3 className={styles.heading}>{text(`place.${place}`)}</h3>
          <ul className={styles.list}>
            {own.map(({ chord, does }) => (
              <KeyRow key={chord} chords={[chord]} words={text(does)} />
            ))}
          </ul>
        </>
      )}
      <h3 className={styles.heading}>{text('keys.everywhere')}</h3>
      <ul className={styles.list}>
        {commands
          .filter((command) => command.keys.length > 0)
          .map((command) => (
            <KeyRow key={command.id} chords={command.keys} words={text(command.titleKey)} />
          ))}
      </ul>
    </Modal>
  )
}
