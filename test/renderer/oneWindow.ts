import { Notebook } from '../../renderer/store/notebook'

const opened: Notebook[] = []

/**
 * A device has one window at a time, and one that has ended looks at nothing any more: a notebook of a test begins once
 * what the one before does behind its first screen is done.
 */
export class OneWindowNotebook extends Notebook {
  override async start(): Promise<void> {
    await untilChecked()
    opened.push(this)
    await super.start()
  }
}

/** Resolves when the notebooks of this test have looked at what they look at behind the first screen. */
export async function untilChecked(): Promise<void> {
  await Promise.allSettled(opened.splice(0).map((notebook) => notebook.checked))
}
