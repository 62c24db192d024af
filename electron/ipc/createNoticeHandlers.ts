import { ok } from '#shared/result'
import type { ShowNotice } from '../notices/noticeBoard'
import type { TrayIcon } from '../tray/tray'
import type { Handlers } from './handle'

/** What the channels are made of that speak beside the window. */
export interface NoticeHandlerParts {
  readonly showNotice: ShowNotice
  readonly tray: Pick<TrayIcon, 'toWrite'>
}

/** The channels by which the window says something through the system. */
export function createNoticeHandlers({
  showNotice,
  tray,
}: NoticeHandlerParts): Pick<Handlers, 'notice:show' | 'tray:toWrite'> {
  return {
    'notice:show': async (notice) => ok(showNotice(notice)),
    'tray:toWrite': async (count) => {
      tray.toWrite(count)
      return ok(null)
    },
  }
}
