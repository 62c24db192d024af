import { loadEveryCatalogue } from '#shared/i18n/catalogues'

// As the main process does at its start. Imported by the tests that speak another language than English.
await loadEveryCatalogue()
