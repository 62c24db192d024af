import { CONTENT_PANELS } from '#shared/insights/panels'
import { ContentSection } from './ContentSection'
import { InsightFrame } from './InsightFrame'
import { PanelSection } from './PanelSection'

/** What tending yields: lists, letters, gifts, and the way from the first meeting to the advocate. */
export function NurtureTab() {
  return (
    <InsightFrame
      tab="nurture"
      panels={['journey', 'nurtured', 'giveAsk', 'drainage', ...CONTENT_PANELS, 'lists']}
    >
      <PanelSection name="journey" roomy />
      <PanelSection name="nurtured" roomy />
      <PanelSection name="giveAsk" />
      <PanelSection name="drainage" wide />
      <ContentSection />
      <PanelSection name="lists" wide />
    </InsightFrame>
  )
}
