import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight'
import { BookText, Search } from 'lucide-react'
import { type KeyboardEvent, useCallback, useState } from 'react'
import type { CommandList } from '../commands/registry'
import { useText } from '../i18n/text'
import { firstFound } from '../store/firstFound'
import { useNotebook, useRead } from '../store/NotebookContext'
import { customerLines } from '../store/queries/customerList'
import { useFoundCustomers } from '../store/useFoundCustomers'
import { KeyCaps } from '../ui/KeyCaps'
import { useView } from '../view/viewState'
import { useTypedAhead } from './useTypedAhead'

/** As many as fit below the commands without scrolling far. */
const SHOWN = 8

/** Find or do anything: every command by a few letters of its name, every customer as the notebook's search finds them. */
export function Palette({ commands }: { commands: CommandList }) {
  const text = useText()
  const openCustomer = useView((view) => view.openCustomer)
  const privacy = useView((view) => view.privacy)
  const notebook = useNotebook()
  const [query, setQuery] = useState('')
  const ahead = useTypedAhead(useCallback((letter: string) => setQuery((typed) => typed + letter), []))
  // Nobody while a buyer looks.
  const { ids } = useFoundCustomers(privacy ? '' : query, SHOWN)
  const lines = useRead((db) => customerLines(db, ids), [ids.join()])
  const customers = ids.flatMap((id) => lines?.get(id) ?? [])
  // All but the one that opens what is open.
  const others = commands.filter(({ run }) => run !== spotlight.open)
  const toDo: SpotlightActionData[] = others.map((command) => ({
    id: command.id,
    label: text(command.titleKey),
    onClick: command.run,
    rightSection: command.keys[0] === undefined ? null : <KeyCaps chord={command.keys[0]} />,
  }))
  const toOpen: SpotlightActionData[] = customers.map(({ customer, person }) => ({
    id: `customer/${customer.id}`,
    label: customer.name,
    description: person?.fullName ?? '',
    // The finder has chosen them, by more than their names: the palette's own filter keeps them.
    keywords: query,
    onClick: () => openCustomer(customer.id),
    leftSection: <BookText size={16} strokeWidth={1.5} aria-hidden="true" />,
  }))
  /**
   * The palette marks its first line when the words change, so not one that the finder brings afterwards. Enter then asks
   * anew, which also serves whoever is faster than the list.
   */
  const openFirst = async () => {
    const first = privacy ? undefined : await firstFound(notebook, query.trim())
    if (first === undefined) return
    spotlight.close()
    openCustomer(first)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || query.trim() === '') return
    if (document.querySelector('[role="dialog"] [data-selected]') === null) void openFirst()
  }
  return (
    <Spotlight
      actions={[...toDo, ...toOpen]}
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={ahead.begin}
      onSpotlightClose={ahead.end}
      // The registry opens it, so that its key is listed with all others.
      shortcut={null}
      nothingFound={text('palette.nothing')}
      searchProps={{
        leftSection: <Search size={18} strokeWidth={1.5} aria-hidden="true" />,
        placeholder: text('palette.placeholder'),
        'aria-label': text('palette.placeholder'),
        onKeyDown,
      }}
      attributes={{ content: { 'aria-label': text('palette.title') } }}
      // Whoever types at once must find the field there.
      transitionProps={{ duration: 0 }}
      highlightQuery
    />
  )
}
