import { isMessageKey } from '#shared/i18n/catalogues'
import { createTranslator } from '#shared/i18n/translator'
import { shownLanguage } from '../settings/shownLanguage'

/** The notebook could not even be opened: what happened, what is safe, what to do. Needs nothing to be loaded. */
export function StartFailure({ code }: { code: string }) {
  const text = createTranslator(shownLanguage({ language: 'system' }))
  const key = `error.${code}`
  return (
    <main style={{ padding: 'var(--s6)', maxInlineSize: '60ch' }} role="alert">
      <h1>{text('start.failed')}</h1>
      <p>{isMessageKey(key) ? text(key) : text('error.unknown', { code })}</p>
      <p>{text('start.safe')}</p>
    </main>
  )
}
