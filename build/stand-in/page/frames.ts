import type { DevtoolsSession } from '../devtools'
import { emitterRefusingUnknown } from '../module/notImplemented'
import { toApp, toAppOrigin } from '../origins'

/** Chromium's description of a frame, as far as we read it. */
export interface FrameInfo {
  readonly id: string
  readonly parentId?: string
  readonly name?: string
  readonly url: string
  readonly urlFragment?: string
  readonly securityOrigin?: string
}

/** What a frame needs of its page: evaluation and messages go through the page's sessions. */
export interface FramePage {
  postTo(frameId: string, channel: string, args: readonly unknown[]): void
  evaluateIn(frameId: string, code: string): Promise<unknown>
}

let lastFrameNumber = 0

/** Electron's WebFrameMain: one frame of a page, in the app's own URLs and origins. */
export class WebFrameMain extends emitterRefusingUnknown('WebFrameMain') {
  readonly frameTreeNodeId = ++lastFrameNumber
  readonly routingId = this.frameTreeNodeId
  readonly processId = 1
  name = ''
  url = ''
  origin = 'null'
  detached = false
  /** Frames inside this one. */
  readonly frames: WebFrameMain[] = []

  constructor(
    readonly parent: WebFrameMain | null,
    private readonly page: FramePage,
    private readonly chromiumId: string,
  ) {
    super()
  }

  get top(): WebFrameMain {
    return this.parent?.top ?? this
  }

  get framesInSubtree(): WebFrameMain[] {
    return [this, ...this.frames.flatMap((frame) => frame.framesInSubtree)]
  }

  isDestroyed(): boolean {
    return this.detached
  }

  send(channel: string, ...args: unknown[]): void {
    this.page.postTo(this.chromiumId, channel, args)
  }

  executeJavaScript(code: string): Promise<unknown> {
    return this.page.evaluateIn(this.chromiumId, code)
  }
}

/** Follows the frames of one page through Chromium's events. */
export class FrameTree {
  readonly main: WebFrameMain
  private readonly frames = new Map<string, WebFrameMain>()

  constructor(
    private readonly page: FramePage,
    readonly mainId: string,
  ) {
    this.main = new WebFrameMain(null, page, mainId)
    this.frames.set(mainId, this.main)
  }

  get(id: string): WebFrameMain | undefined {
    return this.frames.get(id)
  }

  listen(session: DevtoolsSession): void {
    session.on(
      'Page.frameAttached',
      ({ frameId, parentFrameId }: { frameId: string; parentFrameId: string }) =>
        this.add(frameId, parentFrameId),
    )
    session.on('Page.frameNavigated', ({ frame }: { frame: FrameInfo }) => this.update(frame))
    session.on('Page.navigatedWithinDocument', ({ frameId, url }: { frameId: string; url: string }) => {
      const frame = this.frames.get(frameId)
      if (frame) frame.url = toApp(url)
    })
    session.on('Page.frameDetached', ({ frameId, reason }: { frameId: string; reason?: string }) => {
      // A swap only means that the document moves to another process.
      if (reason !== 'swap') this.remove(frameId)
    })
  }

  update(info: FrameInfo): void {
    const frame = this.frames.get(info.id) ?? this.add(info.id, info.parentId)
    // ':' is how Chromium writes that there has been no document yet.
    frame.url = info.url === ':' ? '' : toApp(`${info.url}${info.urlFragment ?? ''}`)
    frame.name = info.name ?? ''
    if (info.securityOrigin !== undefined) frame.origin = toAppOrigin(info.securityOrigin)
  }

  /** The window is gone: nobody may take its frames for living ones. */
  detachAll(): void {
    for (const frame of this.frames.values()) frame.detached = true
  }

  private add(id: string, parentId: string | undefined): WebFrameMain {
    const known = this.frames.get(id)
    if (known) return known
    const parent = (parentId === undefined ? undefined : this.frames.get(parentId)) ?? this.main
    const frame = new WebFrameMain(parent, this.page, id)
    parent.frames.push(frame)
    this.frames.set(id, frame)
    return frame
  }

  private remove(id: string): void {
    const frame = this.frames.get(id)
    if (!frame || frame === this.main) return
    for (const gone of frame.framesInSubtree) gone.detached = true
    frame.parent?.frames.splice(frame.parent.frames.indexOf(frame), 1)
    this.frames.delete(id)
  }
}
