import { modals } from '@mantine/modals'
import dialog from './dialog.module.css'

/** A question before something big, in the person's words. */
export interface Question {
  readonly title: string
  readonly message: string
  readonly confirmLabel: string
  readonly cancelLabel: string
  readonly closeLabel: string
}

/** Asks in a dialog; Escape, closing and cancelling say no. */
export function confirm({ title, closeLabel, ...words }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const id = modals.open({
      title,
      closeButtonProps: { 'aria-label': closeLabel },
      onClose: () => resolve(false),
      children: (
        <Asked
          {...words}
          onAnswer={(isSure) => {
            resolve(isSure)
            modals.close(id)
          }}
        />
      ),
    })
  })
}

function Asked(props: {
  message: string
  confirmLabel: string
  cancelLabel: string
  onAnswer: (isSure: boolean) => void
}) {
  return (
    <div className={dialog.dialog}>
      <p>{props.message}</p>
      <div className={dialog.actions}>
        <button type="button" className={dialog.primary} onClick={() => props.onAnswer(true)}>
          {props.confirmLabel}
        </button>
        {/* Who presses Enter without reading has done nothing. */}
        <button type="button" className={dialog.button} data-autofocus onClick={() => props.onAnswer(false)}>
          {props.cancelLabel}
        </button>
      </div>
    </div>
  )
}
