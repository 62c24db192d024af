/** What stands for all fairs together where the key of one place is expected. */
export const ALL_FAIRS = 'fairs'
/** What stands for every cost of the notebook. */
export const ALL_COSTS = 'all'
