import type { Session } from 'electron'
import { isGrantedPermission } from './permissions'
import { isAllowedRequest, isOwnUrl } from './requests'

/** Closes the doors of a session: no network, no permissions, no downloads, no spelling service. */
export function hardenSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowedRequest(details.url, details.resourceType) })
  })
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isOwnUrl(details.requestingUrl) && isGrantedPermission(permission))
  })
  session.setPermissionCheckHandler((_contents, permission) => isGrantedPermission(permission))
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  // Files leave through save dialogs of the main process only.
  session.on('will-download', (event) => event.preventDefault())
}
