import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import { ShowInFolder } from '../savedFiles/ShowInFolder'
import { KeyCaps } from '../ui/KeyCaps'
import styles from './Letter.module.css'
import { OUTLETS, type Outlet, type Writing } from './useWriting'

/** One key a way out: file, mail program, WhatsApp, LinkedIn, clipboard. */
const OUTLET_KEYS: Readonly<Record<Outlet, string>> = {
  eml: 'KeyE',
  mailto: 'KeyM',
  whatsapp: 'KeyA',
  linkedin: 'KeyL',
  copy: 'KeyC',
}

/** The keys that a letter answers to, for its ways out. */
export const WAY_KEYS: readonly string[] = Object.values(OUTLET_KEYS)

/** What each of these keys does with a letter. */
export function wayKeys(writing: Writing): Record<string, () => void> {
  return Object.fromEntries(OUTLETS.map((outlet) => [OUTLET_KEYS[outlet], () => void writing.write(outlet)]))
}

/** The ways this letter can go, each with its key. Copying always works: WeChat, LINE, Zalo, webmail. */
export function OutletButtons({ writing }: { writing: Writing }) {
  const text = useText()
  const shown = OUTLETS.filter(writing.leads)
  const pasted = [
    ...new Set(
      writing.ways
        .filter((way) => way.consent.allowed !== false && way.means !== 'eml' && way.means !== 'mailto')
        .filter((way) => way.means !== 'whatsappLink')
        .map((way) => text(`handle.${way.handle.kind}`)),
    ),
  ]
  return (
    <>
      {shown.map((outlet) => (
        <button
          key={outlet}
          type="button"
          className={styles.outlet}
          aria-keyshortcuts={OUTLET_KEYS[outlet].slice(3)}
          title={
            outlet === 'copy' && pasted.length > 0
              ? text('letter.copyFor', { carriers: pasted.join(comma(text)) })
              : undefined
          }
          disabled={writing.letter.body.trim() === '' || writing.letter.open.length > 0}
          onClick={() => void writing.write(outlet)}
        >
          {text(`letter.outlet.${outlet}`)} <KeyCaps chord={OUTLET_KEYS[outlet]} />
        </button>
      ))}
    </>
  )
}

/** What became of the last way that was taken. */
export function OutcomeLine({ writing }: { writing: Writing }) {
  const { outcome } = writing
  return (
    <>
      <p
        className={styles.outcome}
        data-failed={outcome?.failed}
        role={outcome?.failed === true ? 'alert' : 'status'}
      >
        {outcome?.message}
      </p>
      {outcome?.fileName !== undefined && <ShowInFolder name={outcome.fileName} />}
    </>
  )
}
