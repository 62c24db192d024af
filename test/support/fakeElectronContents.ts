import { EventEmitter } from 'node:events'
import type { App, Session, WebContents } from 'electron'

type Answer = (value: unknown) => void

/** Stands for an app whose web contents a test creates; `contents` gets the listeners that the code adds. */
export function fakeAppWithContents() {
  const app = new EventEmitter()
  const contents = new FakeContents()
  return {
    app: app as unknown as App,
    contents,
    create: () => app.emit('web-contents-created', {}, contents as unknown as WebContents),
  }
}

/** Stands for a web contents: a test emits navigations and sees whether they were stopped. */
export class FakeContents extends EventEmitter {
  private answerOpening: ((details: { url: string }) => unknown) | undefined

  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.answerOpening = handler
  }

  open(url: string): unknown {
    return this.answerOpening?.({ url })
  }

  /** Whether somebody prevented the event. */
  isStopped(name: string, url: string): boolean {
    let stopped = false
    this.emit(name, {
      url,
      preventDefault: () => {
        stopped = true
      },
    })
    return stopped
  }
}

/** Stands for a session: a test asks the handlers that the code has set. */
export class FakeSession extends EventEmitter {
  spellChecker = true
  private onRequest: ((details: object, answer: Answer) => void) | undefined
  private onPermission: ((contents: null, name: string, answer: Answer, details: object) => void) | undefined
  private onCheck: ((contents: null, name: string, origin: string) => boolean) | undefined
  private onDevice: ((details: object) => boolean) | undefined

  readonly webRequest = {
    onBeforeRequest: (listener: (details: object, answer: Answer) => void) => {
      this.onRequest = listener
    },
  }
  setPermissionRequestHandler(handler: typeof this.onPermission): void {
    this.onPermission = handler
  }
  setPermissionCheckHandler(handler: typeof this.onCheck): void {
    this.onCheck = handler
  }
  setDevicePermissionHandler(handler: typeof this.onDevice): void {
    this.onDevice = handler
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled
  }

  /** To hand to the code under test. */
  asSession(): Session {
    return this as unknown as Session
  }

  isCancelled(url: string, resourceType: string): boolean {
    let answered: unknown
    this.onRequest?.({ url, resourceType }, (value) => {
      answered = value
    })
    return (answered as { cancel: boolean }).cancel
  }

  isGranted(permission: string, requestingUrl: string): unknown {
    let answered: unknown
    const answer = (value: unknown) => {
      answered = value
    }
    this.onPermission?.(null, permission, answer, { requestingUrl })
    return answered
  }

  isAllowedByCheck(permission: string, origin: string): boolean | undefined {
    return this.onCheck?.(null, permission, origin)
  }

  isDeviceAllowed(): boolean | undefined {
    return this.onDevice?.({})
  }
}
