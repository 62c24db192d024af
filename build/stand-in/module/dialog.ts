import { say } from '../runtime'
import { refusal, refuseUnknown } from './notImplemented'

/** There are no native dialogs: a test puts its own answer in place of a member, anything else is told so. */
function refusedDialog(name: string): () => Promise<never> {
  const refuse = refusal(`dialog.${name}`)
  return async () => refuse()
}

/** The module member `dialog`. */
export const dialog = refuseUnknown('dialog', {
  showOpenDialog: refusedDialog('showOpenDialog'),
  showSaveDialog: refusedDialog('showSaveDialog'),
  showMessageBox: refusedDialog('showMessageBox'),
  showOpenDialogSync: refusal('dialog.showOpenDialogSync'),
  showSaveDialogSync: refusal('dialog.showSaveDialogSync'),
  showMessageBoxSync: refusal('dialog.showMessageBoxSync'),
  showErrorBox: (title: string, content: string): void => say(`error box: ${title}\n${content}`),
})
