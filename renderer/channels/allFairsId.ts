/** What stands for "all of them" where the id of a fair is expected. */
export const ALL_FAIRS = 'all'
