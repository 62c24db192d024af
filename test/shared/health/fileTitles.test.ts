import { expect, test } from 'vitest'
import { exportTitleSchema } from '#shared/exporting/exportFile'
import { LANGUAGES } from '#shared/i18n/languages'
import { createTranslator } from '#shared/i18n/translator'
import '../../support/everyLanguage'

test.each(LANGUAGES)(
  'the files for support and of what is known have names in %s that may be saved',
  (language) => {
    const text = createTranslator(language)
    for (const title of [
      text('health.support.fileTitle', { on: '2026-11-29' }),
      `Orchard ${text('access.title')} 2026-11-29`,
    ])
      expect(exportTitleSchema.safeParse(title).success).toBe(true)
  },
)
