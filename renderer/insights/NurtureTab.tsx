import { InsightFrame } from './InsightFrame'
import { PanelSection } from './PanelSection'

/** What tending yields: lists, letters, gifts, and the way from the first meeting to the advocate. */
export function NurtureTab() {
  return (
    <InsightFrame tab="nurture" panels={['journey', 'nurtured', 'giveAsk', 'drainage', 'content', 'lists']}>
      <PanelSection name="journey" />
      <PanelSection name="nurtured" />
      <PanelSection name="giveAsk" />
      <PanelSection name="drainage" />
      <PanelSection name="content" wide />
      <PanelSection name="lists" wide />
    </InsightFrame>
  )
}
