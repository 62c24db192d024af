import { channelCostPanel, countryCostPanel, fairCostPanel } from './costPanels'
import { dilutionPanel } from './dilutionPanel'
import { funnelPanel, speedPanel } from './funnelPanels'
import { cohortPanel, keptPanel, productPanel, referralPanel } from './loyaltyPanels'
import {
  coldPanel,
  contentPanel,
  drainagePanel,
  giveAskPanel,
  journeyPanel,
  listPanel,
} from './nurturePanels'
import type { PanelMaker } from './panel'
import { dependencePanel, reachPanel } from './reachPanels'
import { enquiryPanel, smilePanel, staffPanel } from './salesPanels'

/** Every figure of the place Insights that is a table of rows, by its name in the catalogue. */
export const PANELS = {
  funnel: funnelPanel,
  channelCost: channelCostPanel,
  fairCost: fairCostPanel,
  countryCost: countryCostPanel,
  dilution: dilutionPanel,
  dependence: dependencePanel,
  reach: reachPanel,
  speed: speedPanel,
  enquiries: enquiryPanel,
  staff: staffPanel,
  smile: smilePanel,
  cohorts: cohortPanel,
  kept: keptPanel,
  referrals: referralPanel,
  products: productPanel,
  journey: journeyPanel,
  lists: listPanel,
  content: contentPanel,
  nurtured: coldPanel,
  giveAsk: giveAskPanel,
  drainage: drainagePanel,
} as const satisfies Readonly<Record<string, PanelMaker>>
export type PanelName = keyof typeof PANELS
