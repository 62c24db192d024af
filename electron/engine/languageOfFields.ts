import type { App } from 'electron'

/**
 * Lets date and time fields follow the language of the page instead of the system's: the order of day, month and year,
 * the signs between them, 12 or 24 hours. It is the only feature of the engine that is switched on; it adds nothing that
 * a page could call. Before the app is ready.
 */
export function letFieldsFollowLanguage(app: Pick<App, 'commandLine'>): void {
  app.commandLine.appendSwitch('enable-blink-features', 'LangAttributeAwareFormControlUI')
}
