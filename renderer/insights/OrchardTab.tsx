import { useText } from '../i18n/text'
import { CohortHeat } from './CohortHeat'
import { EquitySection } from './EquitySection'
import { InsightFrame } from './InsightFrame'
import { OrchardSection } from './OrchardSection'
import { PanelSection } from './PanelSection'

/** What keeping customers yields: the orchard, who comes back, what they are worth. */
export function OrchardTab() {
  const text = useText()
  return (
    <InsightFrame tab="orchard" panels={['cohorts', 'kept', 'referrals', 'products']}>
      <OrchardSection />
      <PanelSection
        name="cohorts"
        chart={(panel, openRow) => (
          <CohortHeat panel={panel} openRow={openRow} title={text('insights.panel.cohorts')} />
        )}
      />
      <EquitySection />
      <PanelSection name="kept" wide />
      <PanelSection name="products" wide />
      <PanelSection name="referrals" />
    </InsightFrame>
  )
}
