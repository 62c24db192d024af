import { useEffect, useState } from 'react'
import type { OrchardError } from '#shared/result'

/** Seconds until the next try; counts down by itself. `note` takes the answer to a wrong one. */
export function useWait(): { readonly seconds: number; readonly note: (error: OrchardError) => void } {
  const [seconds, setSeconds] = useState(0)
  const isWaiting = seconds > 0
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = window.setInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1_000)
    return () => window.clearInterval(timer)
  }, [isWaiting])
  return { seconds, note: ({ params }) => setSeconds(Math.ceil(Number(params?.seconds ?? 0))) }
}
