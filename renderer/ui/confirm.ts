import { modals } from '@mantine/modals'

/** A question before something big, in the person's words. */
export interface Question {
  readonly title: string
  readonly message: string
  readonly confirmLabel: string
  readonly cancelLabel: string
  readonly closeLabel: string
}

/** Asks in a dialog; Escape, closing and cancelling say no. */
export function confirm({ title, message, ...labels }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title,
      children: message,
      labels: { confirm: labels.confirmLabel, cancel: labels.cancelLabel },
      closeButtonProps: { 'aria-label': labels.closeLabel },
      onConfirm: () => resolve(true),
      onCancel: () => resolve(false),
      onClose: () => resolve(false),
    })
  })
}
