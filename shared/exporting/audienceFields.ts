/*
 * How advertising platforms want fields written before they, or we, hash them. Sources: Google Ads help 7659867 and
 * 7476159; Meta business help 2082575038703844 and, for names, cities and countries, the rules of its API as they are
 * commonly implemented (not checked against the platform, which is why plain text is the default).
 */

/** `  Ana@Example.COM ` -> `ana@example.com` */
export function plainEmail(email: string): string {
  return email.trim().toLowerCase()
}

/** Google's rule before hashing: dots in the local part of a Gmail address mean nothing; a +tag stays. */
export function googleHashedEmail(email: string): string {
  const plain = plainEmail(email)
  const at = plain.lastIndexOf('@')
  const isGmail = /^(gmail|googlemail)\.com$/.test(plain.slice(at + 1))
  return isGmail ? plain.slice(0, at).replaceAll('.', '') + plain.slice(at) : plain
}

/** E.164 with its plus sign; empty where the country is not certain: a guess would be somebody else's number. */
export function e164(phone: string): string {
  const text = phone.trim().replace(/^00/, '+')
  const digits = text.replace(/\D/g, '')
  return text.startsWith('+') && /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : ''
}

/** Meta's form: country code and digits, nothing else. */
export function metaPhone(phone: string): string {
  return e164(phone).slice(1)
}

/** Google's form of a name: lower case, no spaces at its ends, accents and apostrophes kept. */
export function googleName(name: string): string {
  return name.trim().toLowerCase()
}

/** Meta's form of names and cities: lower case, letters and digits only, accents kept. */
export function metaWord(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** Meta's form of a postal code: lower case, no spaces; of the US the first five digits. */
export function metaZip(zip: string, country: string | undefined): string {
  const plain = zip.toLowerCase().replace(/\s/g, '')
  return country === 'US' ? plain.slice(0, 5) : plain
}
