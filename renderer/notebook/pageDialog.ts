/** The papers that can be written on a customer's page. */
export type TradeKind = 'quote' | 'order' | 'sample'

/** The dialog that is open on a customer's page. */
export type PageDialog = TradeKind | 'relation' | 'history' | 'takeApart' | undefined
