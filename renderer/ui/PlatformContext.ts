import { createContext, useContext } from 'react'

export type Platform = 'darwin' | 'win32' | 'linux'

/** The operating system, which decides how keys are called. */
export const PlatformContext = createContext<Platform>('linux')

export function usePlatform(): Platform {
  return useContext(PlatformContext)
}
