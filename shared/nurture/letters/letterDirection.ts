/** Letters are written in their own direction, whatever the interface's is. */
export function letterDirection(language: string): 'rtl' | 'ltr' {
  return /^(ar|he|fa|ur)\b/.test(language) ? 'rtl' : 'ltr'
}
