/// <reference lib="webworker" />
import '../store/withoutEval'
import { v7 as uuidV7 } from 'uuid'
import { createNotebookCalls } from './notebookCalls'
import { loadPinyin } from './pinyinSpelling'
import { serveCalls } from './serveCalls'

/** Random enough that two indexes of one generation never share a name. */
function newToken(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 8)
}

serveCalls(
  self as unknown as DedicatedWorkerGlobalScope,
  createNotebookCalls({
    newToken,
    newId: () => uuidV7(),
    loadSpelling: loadPinyin,
    pause: () => new Promise((resolve) => setTimeout(resolve)),
  }),
)
