import { useEffect, useState } from 'react'
import { useNotebook } from './NotebookContext'

const TICK_MS = 30_000

/** The present instant, good to half a minute: for days, ages and "hours left". */
export function useNow(): number {
  const { sources } = useNotebook()
  const [now, setNow] = useState(sources.now)
  useEffect(() => {
    const timer = window.setInterval(() => setNow(sources.now()), TICK_MS)
    return () => window.clearInterval(timer)
  }, [sources])
  return now
}
