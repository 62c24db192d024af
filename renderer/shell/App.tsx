import { DirectionProvider, MantineProvider, MantineThemeProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications, notifications } from '@mantine/notifications'
import { spotlight } from '@mantine/spotlight'
import { type ReactNode, Suspense, useEffect, useMemo } from 'react'
import { directionOf } from '#shared/i18n/languages'
import { AppointmentDialog } from '../appointments/AppointmentDialog'
import { RestoreNotice } from '../backup/RestoreNotice'
import { useCommandKeys } from '../commands/useCommandKeys'
import { EditDraftsProvider } from '../edits/EditDrafts'
import { ExportDialog } from '../exporting/ExportDialog'
import { FirstHourKeeper } from '../firstHour/FirstHourKeeper'
import { HealthDialog } from '../health/HealthDialog'
import { TextProvider, useText } from '../i18n/text'
import { WindowDrop } from '../importing/WindowDrop'
import { InvitationDialog } from '../invitations/InvitationDialog'
import { NoteDraftsProvider } from '../notebook/NoteDrafts'
import { SystemNotices } from '../notices/SystemNotices'
import { LetterDraftsProvider } from '../nurture/LetterDrafts'
import { EnrolListedDialog } from '../plans/EnrolListedDialog'
import { ReportDialog } from '../report/ReportDialog'
import { VisitorsDialog } from '../report/VisitorsDialog'
import { RetentionDialog } from '../retention/RetentionDialog'
import { usePreferences } from '../settings/PreferencesContext'
import { UpdatesProvider } from '../settings/UpdatesContext'
import { DuplicatesProvider } from '../store/DuplicatesContext'
import { useNotebookState } from '../store/NotebookContext'
import { TodayProvider } from '../store/TodayContext'
import { usePlatform } from '../ui/PlatformContext'
import { RowScaleContext } from '../ui/RowScale'
import { cssVariablesResolver, theme } from '../ui/theme'
import { useView } from '../view/viewState'
import { useBridge } from './BridgeContext'
import { HelpPanel } from './HelpPanel'
import { IndexNotice } from './IndexNotice'
import { KeysSheet } from './KeysSheet'
import { PageBoundary } from './PageBoundary'
import { Palette } from './Palette'
import { PAGES, readAheadPages } from './pages'
import { Rail } from './Rail'
import { reportFault } from './reportFaults'
import styles from './Shell.module.css'
import { StatusLine } from './StatusLine'
import { useArrivals } from './useArrivals'
import { useCommands } from './useCommands'
import { useLockWhenAsked } from './useLockWhenAsked'
import { useMenuCommands } from './useMenuCommands'
import { useOfferEnd } from './useOfferEnd'
import { useSafeReload } from './useSafeReload'
import { useStartPlace } from './useStartPlace'

/** The whole window in the person's language, direction and theme. */
export function App() {
  const { preferences, language } = usePreferences()
  const direction = directionOf(language)
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = direction
  }, [language, direction])
  const isBooth = preferences.booth === true
  useEffect(() => {
    document.documentElement.toggleAttribute('data-booth', isBooth)
  }, [isBooth])
  const density = preferences.density ?? 'comfortable'
  useEffect(() => {
    document.documentElement.dataset.density = density
  }, [density])
  const rowScale = useMemo(() => ({ isCompact: density === 'compact', isLarge: isBooth }), [density, isBooth])
  const forced = preferences.theme === 'system' ? {} : { forceColorScheme: preferences.theme }
  return (
    <TextProvider language={language}>
      <DirectionProvider key={direction} initialDirection={direction} detectDirection={false}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariablesResolver}
          defaultColorScheme="auto"
          {...forced}
        >
          <NamedNotices>
            <ModalsProvider>
              <Notifications
                transitionDuration={0}
                position={direction === 'rtl' ? 'bottom-right' : 'bottom-left'}
                autoClose={5000}
              />
              <TodayProvider>
                <LetterDraftsProvider>
                  <NoteDraftsProvider>
                    <EditDraftsProvider>
                      <DuplicatesProvider>
                        <UpdatesProvider>
                          <RowScaleContext.Provider value={rowScale}>
                            <Shell />
                          </RowScaleContext.Provider>
                        </UpdatesProvider>
                      </DuplicatesProvider>
                    </EditDraftsProvider>
                  </NoteDraftsProvider>
                </LetterDraftsProvider>
              </TodayProvider>
            </ModalsProvider>
          </NamedNotices>
        </MantineProvider>
      </DirectionProvider>
    </TextProvider>
  )
}

/** What closes a notice has a name, for whoever can't see its cross. */
function NamedNotices({ children }: { readonly children: ReactNode }) {
  const close = useText()('action.close')
  const named = useMemo(
    () => ({ components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } } } }),
    [close],
  )
  return <MantineThemeProvider theme={named}>{children}</MantineThemeProvider>
}

function Shell() {
  const text = useText()
  const place = useView((view) => view.place)
  const commands = useCommands()
  const privacy = useView((view) => view.privacy)
  const bridge = useBridge()
  const reload = useSafeReload()
  useEffect(() => {
    // What was said in passing names customers, too.
    if (privacy) notifications.clean()
  }, [privacy])
  useCommandKeys(commands, usePlatform() === 'darwin')
  useMenuCommands(commands)
  useStartPlace()
  useOfferEnd()
  useArrivals()
  useLockWhenAsked()
  const isReady = useNotebookState(({ phase }) => phase === 'ready')
  useEffect(() => {
    if (isReady) void readAheadPages()
  }, [isReady])
  return (
    <div className={styles.app}>
      <Rail />
      <main className={styles.page} aria-label={text(`place.${place}`)}>
        <IndexNotice />
        <RestoreNotice />
        <PageBoundary place={place} onFault={(fault) => reportFault(bridge, fault)}>
          <Suspense>{PAGES[place]()}</Suspense>
        </PageBoundary>
      </main>
      <HelpPanel commands={commands} />
      <StatusLine onPalette={spotlight.open} />
      <Palette commands={commands} />
      <KeysSheet commands={commands} />
      <WindowDrop />
      <FirstHourKeeper />
      <ReportDialog />
      <VisitorsDialog />
      <InvitationDialog />
      <ExportDialog />
      <EnrolListedDialog />
      <AppointmentDialog />
      <HealthDialog reload={reload} />
      <RetentionDialog />
      <SystemNotices />
    </div>
  )
}
