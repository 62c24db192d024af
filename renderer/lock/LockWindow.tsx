import { DirectionProvider, MantineProvider } from '@mantine/core'
import { useEffect } from 'react'
import { directionOf } from '#shared/i18n/languages'
import type { LockState } from '#shared/ipc/lock'
import { TextProvider } from '../i18n/text'
import { cssVariablesResolver, theme } from '../ui/theme'
import { LockScreen } from './LockScreen'

/** The window while no notebook is open: nothing of it is known here but the language of its person. */
export function LockWindow({ state }: { state: LockState }) {
  const { language } = state
  const direction = directionOf(language)
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = direction
  }, [language, direction])
  return (
    <TextProvider language={language}>
      <DirectionProvider initialDirection={direction} detectDirection={false}>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
          <LockScreen initial={state} />
        </MantineProvider>
      </DirectionProvider>
    </TextProvider>
  )
}
