import { isCustomScheme, registerSchemes } from '../origins'
import { notImplemented, refuseUnknown } from './notImplemented'

/** An app's handler for its own scheme, as Electron documents it. */
export type ProtocolHandler = (request: Request) => Response | Promise<Response>

/** protocol of one session: handlers by scheme. */
export function createProtocol() {
  const handlers = new Map<string, ProtocolHandler>()
  const api = refuseUnknown('protocol', {
    handle(scheme: string, handler: ProtocolHandler): void {
      if (['http', 'https', 'file', 'ws', 'wss', 'data', 'blob'].includes(scheme)) {
        throw notImplemented(`protocol.handle('${scheme}')`)
      }
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      if (!isCustomScheme(scheme)) registerSchemes([scheme])
      handlers.set(scheme, handler)
    },
    unhandle(scheme: string): void {
      if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
    },
    isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
    registerSchemesAsPrivileged,
  })
  return { api, handlers }
}

let isReady = false

/** From now on the schemes are fixed, as in Electron. */
export function closeSchemeRegistration(): void {
  isReady = true
}

/** Only before the app is ready. Every scheme gets the rights of a standard, secure one; nothing less can be had. */
export function registerSchemesAsPrivileged(schemes: readonly { scheme: string }[]): void {
  if (isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
  registerSchemes(schemes.map(({ scheme }) => scheme))
}
