import type { Result } from '#shared/result'

/** What a call needs that may end with another generation of the notebook. */
export interface RenewalParts {
  /**
   * Runs what may begin another generation. Whoever asked loads the window anew; where another page has come meanwhile,
   * that is done for it.
   */
  readonly renewing: <T>(begin: () => Promise<Result<T>>) => Promise<Result<T>>
}
