/// <reference lib="webworker" />
import '../store/withoutEval'
import { generateSampleNotebook, type SampleOptions } from '#shared/sample/generateSampleNotebook'

// A worker of its own: most people need the generator once at most, so it is loaded when it is asked for.
self.addEventListener('message', (event: MessageEvent<SampleOptions>) => {
  self.postMessage([...generateSampleNotebook(event.data)])
})
