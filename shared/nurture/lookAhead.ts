/** How far ahead a list shows a touch at the farthest, in days: a quarter of the year. */
export const LOOK_AHEAD_DAYS = 92
