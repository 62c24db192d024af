import en from './en.json'
import { LANGUAGE_CHOICES, type Language, type LanguageChoice, PSEUDO_LANGUAGE } from './languages'
import { pseudoMessage } from './pseudo'

/** The key of a message. A key that English lacks does not compile. */
export type MessageKey = keyof typeof en

export type Catalogue = Readonly<Record<MessageKey, string>>

/** The test "every language has every key" keeps what is loaded from here honest. */
const FILES: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ default: object }>>> = {
  he: () => import('./he.json'),
  sv: () => import('./sv.json'),
  vi: () => import('./vi.json'),
  'zh-Hans': () => import('./zh-Hans.json'),
  'zh-Hant': () => import('./zh-Hant.json'),
}

/** English is always there: it says which keys exist. */
const loaded = new Map<LanguageChoice, Catalogue>([['en', en]])

/**
 * Makes the messages of a language ready for `catalogueOf`. A window needs one language of six, and at its start every
 * file counts: that is why they are not all part of the bundle.
 */
export async function loadCatalogue(language: LanguageChoice): Promise<void> {
  if (loaded.has(language)) return
  if (language === PSEUDO_LANGUAGE) loaded.set(language, pseudoCatalogue())
  else if (language !== 'en') loaded.set(language, (await FILES[language]()).default as Catalogue)
}

/** For the main process and its threads, where reading files of any language needs the words of all. */
export async function loadEveryCatalogue(): Promise<void> {
  await Promise.all(LANGUAGE_CHOICES.map(loadCatalogue))
}

/** All messages of a language, ICU MessageFormat by key. Throws for a language that was not loaded. */
export function catalogueOf(language: LanguageChoice): Catalogue {
  const catalogue = loaded.get(language)
  if (catalogue === undefined) throw new Error(`the messages of ${language} are not loaded`)
  return catalogue
}

/** Whether a string is a known key: labels and errors below the views travel as plain strings. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key)
}

function pseudoCatalogue(): Catalogue {
  return Object.fromEntries(
    Object.entries(en).map(([key, message]) => [key, pseudoMessage(message)]),
  ) as Catalogue
}
