import type { WindowOptions } from './browserWindow'
import { emitterRefusingUnknown } from './notImplemented'
import { type Bounds, type Stance, WindowState } from './windowState'

/** The part of BrowserWindow that is about size, place and stance. */
export abstract class SizedWindow extends emitterRefusingUnknown('BrowserWindow') {
  protected readonly state: WindowState

  constructor(protected readonly options: WindowOptions) {
    super()
    this.state = new WindowState(options)
  }

  abstract show(): void
  abstract isVisible(): boolean

  /** Brings Chromium in line with `state`. */
  protected abstract applyState(): Promise<void>

  minimize(): void {
    this.take('minimized', 'minimize')
  }

  maximize(): void {
    if (!this.isVisible()) this.show()
    this.take('maximized', 'maximize')
  }

  unmaximize(): void {
    if (this.state.stance === 'maximized') this.take('normal', 'unmaximize')
  }

  restore(): void {
    if (this.state.stance === 'minimized') this.take('normal', 'restore')
  }

  isMinimized(): boolean {
    return this.state.stance === 'minimized'
  }

  isMaximized(): boolean {
    return this.state.stance === 'maximized'
  }

  setFullScreen(on: boolean): void {
    this.take(on ? 'fullscreen' : 'normal', on ? 'enter-full-screen' : 'leave-full-screen')
  }

  isFullScreen(): boolean {
    return this.state.stance === 'fullscreen'
  }

  getBounds(): Bounds {
    return { ...this.state.current() }
  }

  getNormalBounds(): Bounds {
    return { ...this.state.bounds }
  }

  setBounds(bounds: Partial<Bounds>): void {
    const old = this.state.bounds
    const { minWidth = 0, minHeight = 0 } = this.options
    const next = { ...old, ...bounds }
    this.state.bounds = {
      ...next,
      width: Math.max(next.width, minWidth),
      height: Math.max(next.height, minHeight),
    }
    this.announceBounds(old)
    void this.applyState()
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  getSize(): [number, number] {
    const { width, height } = this.state.current()
    return [width, height]
  }

  getContentSize(): [number, number] {
    return this.getSize()
  }

  getContentBounds(): Bounds {
    return this.getBounds()
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height)
  }

  getPosition(): [number, number] {
    const { x, y } = this.state.current()
    return [x, y]
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }

  /** Emits what differs from before. */
  protected announceBounds(old: Bounds): void {
    const { x, y, width, height } = this.state.bounds
    if (width !== old.width || height !== old.height) {
      this.emit('resize')
      this.emit('resized')
    }
    if (x !== old.x || y !== old.y) {
      this.emit('move')
      this.emit('moved')
    }
  }

  private take(stance: Stance, event: string): void {
    if (this.state.stance === stance) return
    this.state.stance = stance
    this.emit(event)
    void this.applyState()
  }
}
