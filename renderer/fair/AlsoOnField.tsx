import type { LeadDraft } from '#shared/leads/leadDraft'
import type { HandleKind } from '#shared/records/handle'
import { useText } from '../i18n/text'
import styles from './Capture.module.css'

const KINDS: readonly HandleKind[] = [
  'wechat',
  'whatsapp',
  'line',
  'zalo',
  'linkedin',
  'telegram',
  'skype',
  'qq',
  'email',
  'phone',
]

/** Further ways to reach the person; Enter keeps one and is ready for the next. */
export function AlsoOnField(props: {
  draft: LeadDraft
  update: (patch: Partial<LeadDraft>) => void
  inputId: string
}) {
  const { draft, update } = props
  const { typedHandle } = draft
  const text = useText()
  return (
    <>
      {draft.handles.map((handle) => (
        <span key={`${handle.kind}:${handle.entered}`} className={styles.chip}>
          {text(`handle.${handle.kind}`)} <bdi dir="ltr">{handle.entered}</bdi>
          <button
            type="button"
            aria-label={text('action.remove', { what: handle.entered })}
            onClick={() => update({ handles: draft.handles.filter((other) => other !== handle) })}
          >
            ×
          </button>
        </span>
      ))}
      <select
        className={styles.native}
        aria-label={text('lead.alsoOnKind')}
        value={typedHandle.kind}
        onChange={(event) =>
          update({ typedHandle: { ...typedHandle, kind: event.currentTarget.value as HandleKind } })
        }
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {text(`handle.${kind}`)}
          </option>
        ))}
      </select>
      <input
        id={props.inputId}
        data-line-focus
        dir="ltr"
        className={styles.input}
        autoComplete="off"
        spellCheck={false}
        value={typedHandle.entered}
        onChange={(event) => update({ typedHandle: { ...typedHandle, entered: event.currentTarget.value } })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || typedHandle.entered.trim() === '')
            return
          event.stopPropagation()
          event.preventDefault()
          update({ handles: [...draft.handles, typedHandle], typedHandle: { ...typedHandle, entered: '' } })
        }}
      />
    </>
  )
}
