import {
  contentKindPanel,
  contentLanguagePanel,
  contentPanel,
  contentPositionPanel,
  contentTopicPanel,
} from './contentPanels'
import { channelCostPanel, countryCostPanel, fairCostPanel } from './costPanels'
import { dilutionPanel } from './dilutionPanel'
import { funnelPanel, speedPanel } from './funnelPanels'
import { cohortPanel, keptPanel, productPanel, referralPanel } from './loyaltyPanels'
import { coldPanel, drainagePanel, giveAskPanel, journeyPanel, listPanel } from './nurturePanels'
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
  contentTopic: contentTopicPanel,
  contentPosition: contentPositionPanel,
  contentKind: contentKindPanel,
  contentLanguage: contentLanguagePanel,
  nurtured: coldPanel,
  giveAsk: giveAskPanel,
  drainage: drainagePanel,
} as const satisfies Readonly<Record<string, PanelMaker>>
export type PanelName = keyof typeof PANELS

/** The figures of what content did: by piece, topic, trouble, form and language. */
export const CONTENT_PANELS = [
  'content',
  'contentTopic',
  'contentPosition',
  'contentKind',
  'contentLanguage',
] as const satisfies readonly PanelName[]
