import { CostBars } from './CostBars'
import { FunnelBars } from './FunnelBars'
import { InsightFrame } from './InsightFrame'
import { PanelSection } from './PanelSection'
import { SmileChart } from './SmileChart'

/** What winning customers costs, and how safe the ground is that they come from. */
export function AcquisitionTab() {
  return (
    <InsightFrame
      tab="acquisition"
      panels={[
        'funnel',
        'channelCost',
        'reach',
        'dependence',
        'smile',
        'fairCost',
        'dilution',
        'speed',
        'countryCost',
        'enquiries',
        'staff',
      ]}
    >
      <PanelSection
        name="channelCost"
        chart={(panel, openRow) => <CostBars panel={panel} openRow={openRow} />}
      />
      <PanelSection
        name="funnel"
        chart={(panel, openRow) => <FunnelBars panel={panel} openRow={openRow} />}
      />
      <PanelSection name="smile" chart={(panel) => <SmileChart panel={panel} />} />
      <PanelSection name="reach" />
      <PanelSection name="dependence" wide />
      <PanelSection name="fairCost" wide />
      <PanelSection name="dilution" wide />
      <PanelSection name="speed" roomy />
      <PanelSection name="countryCost" roomy />
      <PanelSection name="enquiries" roomy />
      <PanelSection name="staff" roomy />
    </InsightFrame>
  )
}
