/**
 * While a file of ours is under the pointer, this window takes none: what is dragged out of it and let go over it again
 * would be imported. That is over once the pointer moves here with no button down. Returns what ends it at once.
 */
export function refuseOwnDrop(): () => void {
  const listening = new AbortController()
  const refuse = (event: DragEvent) => {
    // Left to itself the window would go to the file.
    event.preventDefault()
    event.stopPropagation()
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none'
  }
  const stop = () => listening.abort()
  const options = { capture: true, signal: listening.signal }
  for (const kind of ['dragenter', 'dragover', 'drop'] as const)
    window.addEventListener(kind, refuse, options)
  window.addEventListener('pointermove', ({ buttons }) => buttons === 0 && stop(), options)
  return stop
}
