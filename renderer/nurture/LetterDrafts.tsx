import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import * as z from 'zod'
import { useBridge } from '../shell/BridgeContext'

const PREFIX = 'letter-'
const NAME_CHARS = 64

const keptLetterSchema = z.strictObject({
  letter: z.literal(1),
  key: z.string(),
  language: z.string(),
  subject: z.string(),
  body: z.string(),
})

/** A letter that a person has changed and not sent yet. */
export type KeptLetter = Omit<z.infer<typeof keptLetterSchema>, 'letter'>

interface LetterDraftsAccess {
  readonly letterOf: (key: string) => KeptLetter | undefined
  readonly keep: (letter: KeptLetter) => void
  readonly forget: (key: string) => void
}

const Context = createContext<LetterDraftsAccess | undefined>(undefined)

/** Letters being written, on disk at every keystroke: leaving a letter, the queue or the program loses none. */
export function LetterDraftsProvider({ children }: { children: ReactNode }) {
  const bridge = useBridge()
  const [letters, setLetters] = useState<ReadonlyMap<string, KeptLetter>>(new Map())
  const typed = useRef(new Set<string>())

  useEffect(() => {
    let wanted = true
    void bridge.call['draft:list']().then((listed) => {
      if (!wanted || !listed.ok) return
      const kept = listed.value.flatMap(({ text }) => parseLetter(text) ?? [])
      setLetters((now) => {
        // What was typed while the disk was being read is newer.
        const older = kept.filter((letter) => !typed.current.has(letter.key))
        return new Map([...older.map((letter) => [letter.key, letter] as const), ...now])
      })
    })
    return () => {
      wanted = false
    }
  }, [bridge])

  const keep = useCallback(
    (letter: KeptLetter) => {
      typed.current.add(letter.key)
      setLetters((now) => new Map([...now, [letter.key, letter]]))
      void bridge.call['draft:save'](draftName(letter.key), JSON.stringify({ letter: 1, ...letter }))
    },
    [bridge],
  )
  const forget = useCallback(
    (key: string) => {
      typed.current.add(key)
      setLetters((now) => new Map([...now].filter(([known]) => known !== key)))
      void bridge.call['draft:remove'](draftName(key))
    },
    [bridge],
  )
  const access = useMemo(
    () => ({ letterOf: (key: string) => letters.get(key), keep, forget }),
    [letters, keep, forget],
  )
  return <Context.Provider value={access}>{children}</Context.Provider>
}

/** The letters being written. */
export function useLetterDrafts(): LetterDraftsAccess {
  const access = useContext(Context)
  if (access === undefined) throw new Error('no letter drafts around this view')
  return access
}

/** `e1…/valuePiece/0` becomes `letter-e1…-valuepiece-0`: what a draft's file may be called. */
function draftName(key: string): string {
  return (PREFIX + key.toLowerCase().replace(/[^a-z0-9]+/g, '-')).slice(0, NAME_CHARS)
}

function parseLetter(text: string): KeptLetter[] | undefined {
  try {
    const parsed = keptLetterSchema.safeParse(JSON.parse(text))
    if (!parsed.success) return undefined
    const { letter: _, ...kept } = parsed.data
    return [kept]
  } catch {
    return undefined
  }
}
