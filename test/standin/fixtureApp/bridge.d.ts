/** What preload.cjs exposes, for the tests' own code inside the page. */
interface FixtureBridge {
  version: string
  list: unknown[]
  bytes: Uint8Array
  echo(...args: unknown[]): Promise<unknown[]>
  sender(): Promise<{
    origin: string
    url: string
    isMain: boolean
    isTop: boolean
    detached: boolean
  } | null>
  fail(): Promise<never>
  unclonable(): Promise<never>
  missing(): Promise<never>
  note(...args: unknown[]): void
  add(one: number, other: number): number
  throwing(): never
  callBack(callback: (value: number) => number): number
  onPush(callback: (...args: unknown[]) => void): () => void
  preloadScope(): { process: string; require: string; modules: string[]; binding: string[] }
}

interface Window {
  fixture: FixtureBridge
  early: Record<string, string>
  taken: unknown[]
}
