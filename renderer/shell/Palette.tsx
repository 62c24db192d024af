import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { Search } from 'lucide-react'
import type { CommandList } from '../commands/registry'
import { useText } from '../i18n/text'
import { KeyCaps } from '../ui/KeyCaps'

/** Find or do anything: every command of the registry by a few letters of its name. */
export function Palette({ commands }: { commands: CommandList }) {
  const text = useText()
  const actions: SpotlightActionData[] = commands.map((command) => ({
    id: command.id,
    label: text(command.titleKey),
    onClick: command.run,
    rightSection: command.keys[0] === undefined ? null : <KeyCaps chord={command.keys[0]} />,
  }))
  return (
    <Spotlight
      actions={actions}
      // The registry opens it, so that its key is listed with all others.
      shortcut={null}
      nothingFound={text('palette.nothing')}
      searchProps={{
        leftSection: <Search size={18} strokeWidth={1.5} aria-hidden="true" />,
        placeholder: text('palette.placeholder'),
        'aria-label': text('palette.placeholder'),
      }}
      attributes={{ content: { 'aria-label': text('palette.title') } }}
      highlightQuery
    />
  )
}
