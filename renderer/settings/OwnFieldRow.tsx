import { Checkbox, NativeSelect } from '@mantine/core'
import { Archive, ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { optionsLine, optionsOfLine } from '#shared/ownFields/declareFields'
import { OWN_KINDS, type OwnField } from '#shared/ownFields/ownField'
import type { OrchardError } from '#shared/result'
import { useText } from '../i18n/text'
import { InlineText } from '../ui/InlineText'
import styles from './Money.module.css'
import own from './OwnFields.module.css'
import type { OwnFieldEdits } from './useOwnFieldEdits'

/** One field in use: its name and options are edited where they stand. */
export function OwnFieldRow(props: {
  field: OwnField
  place: number
  isLast: boolean
  edits: OwnFieldEdits
  run: (doing: Promise<OrchardError | undefined>) => Promise<boolean>
}) {
  const { field, place, isLast, edits, run } = props
  const { name } = field
  const text = useText()
  const up = useRef<HTMLButtonElement>(null)
  const down = useRef<HTMLButtonElement>(null)
  const moved = useRef<-1 | 1>(undefined)
  // A row that moves loses the focus: the next press must move it on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new place that says that the row has moved
  useEffect(() => {
    const by = moved.current
    moved.current = undefined
    if (by === undefined) return
    const [pressed, other] = by === -1 ? [up, down] : [down, up]
    const target = pressed.current?.disabled === true ? other : pressed
    target.current?.focus()
  }, [place])
  const move = (by: -1 | 1) => {
    moved.current = by
    void run(edits.move(field, by))
  }
  return (
    <li className={own.row}>
      <span className={own.name}>
        <InlineText
          strong
          value={name}
          label={text('ownFields.name')}
          onSave={(entered) => void run(edits.rename(field, entered))}
        />
      </span>
      <NativeSelect
        size="xs"
        aria-label={text('ownFields.kindOf', { name })}
        value={field.kind}
        data={OWN_KINDS.map((kind) => ({ value: kind, label: text(`ownFields.kind.${kind}`) }))}
        onChange={(event) => {
          const kind = OWN_KINDS.find((one) => one === event.currentTarget.value)
          if (kind !== undefined) void run(edits.setKind(field, kind))
        }}
      />
      <span className={own.options}>
        {field.kind === 'choice' && (
          <InlineText
            value={optionsLine(field.options)}
            label={text('ownFields.optionsOf', { name })}
            onSave={(line) => void run(edits.setOptions(field, optionsOfLine(line)))}
          />
        )}
      </span>
      <Checkbox
        size="xs"
        label={text('ownFields.inBrief')}
        aria-label={text('ownFields.inBriefOne', { name })}
        checked={field.inBrief === true}
        onChange={(event) => void run(edits.setInBrief(field, event.currentTarget.checked))}
      />
      <span className={own.acts}>
        <button
          ref={up}
          type="button"
          className={styles.icon}
          disabled={place === 0}
          aria-label={text('ownFields.up', { name })}
          title={text('ownFields.up', { name })}
          onClick={() => move(-1)}
        >
          <ArrowUp size={15} strokeWidth={1.5} aria-hidden="true" />
        </button>
        <button
          ref={down}
          type="button"
          className={styles.icon}
          disabled={isLast}
          aria-label={text('ownFields.down', { name })}
          title={text('ownFields.down', { name })}
          onClick={() => move(1)}
        >
          <ArrowDown size={15} strokeWidth={1.5} aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles.icon}
          aria-label={text('ownFields.retire', { name })}
          title={text('ownFields.retire', { name })}
          onClick={() => void run(edits.retire(field))}
        >
          <Archive size={15} strokeWidth={1.5} aria-hidden="true" />
        </button>
      </span>
    </li>
  )
}
