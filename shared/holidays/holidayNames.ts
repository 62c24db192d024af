/**
 * Holidays that the catalogues name (`holiday.<key>`), by the English names that the library gives them: those of many
 * countries, and of the countries that one sells to most. The others are shown in English and marked as English. The
 * library's own translations are not asked: it has none in Hebrew, few in the other languages, Traditional Chinese among the
 * Simplified, and where it has none it answers in the country's language.
 */
const KEY_OF_NAME = {
  "New Year's Day": 'newYear',
  "New Year's Eve": 'newYearEve',
  Epiphany: 'epiphany',
  'Chinese New Year': 'springFestival',
  'Spring Festival': 'springFestival',
  'Vietnamese New Year': 'tet',
  'Vietnamese New Year Holidays': 'tet',
  'Qingming Festival': 'qingming',
  'Dragon Boat Festival': 'dragonBoat',
  'Mid-Autumn Festival': 'midAutumn',
  'National Day': 'nationalDay',
  'National Holiday': 'nationalDay',
  'Independence Day': 'independenceDay',
  'Independence Day (Yom HaAtzmaut)': 'independenceDay',
  'Labour Day': 'labourDay',
  'Good Friday': 'goodFriday',
  'Easter Sunday': 'easter',
  'Easter Monday': 'easterMonday',
  'Ascension Day': 'ascension',
  Pentecost: 'pentecost',
  'Whit Monday': 'whitMonday',
  'Corpus Christi': 'corpusChristi',
  Assumption: 'assumption',
  "All Saints' Day": 'allSaints',
  'Immaculate Conception': 'immaculateConception',
  'Christmas Eve': 'christmasEve',
  'Christmas Day': 'christmas',
  'Boxing Day': 'boxingDay',
  'Midsummer Eve': 'midsummerEve',
  'Midsummer Day': 'midsummer',
  'Passover (Pesach)': 'passover',
  'Mimouna, Seventh day of Passover': 'passoverSeventh',
  'Shavuot (Feast of Weeks)': 'shavuot',
  'Rosh Hashanah (Yom Teruah)': 'roshHashanah',
  'Rosh Hashanah (Day 2)': 'roshHashanah',
  'Day of Atonement (Yom Kippur)': 'yomKippur',
  'Feast of Tabernacles (Sukkot)': 'sukkot',
  'Simchat Torah/ Shmini Atzeret': 'simchatTorah',
  'End of Ramadan (Eid al-Fitr)': 'eidAlFitr',
  'Feast of the Sacrifice (Eid al-Adha)': 'eidAlAdha',
  'Arafat Day': 'arafatDay',
  'Islamic New Year': 'islamicNewYear',
  'Birthday of Muhammad (Mawlid)': 'mawlid',
  'Hung Kings Commemorations': 'hungKings',
  'Martin Luther King Jr. Day': 'martinLutherKing',
  "Washington's Birthday": 'washingtonsBirthday',
  'Memorial Day': 'memorialDay',
  Juneteenth: 'juneteenth',
  'Veterans Day': 'veteransDay',
  'Columbus Day': 'columbusDay',
  'Thanksgiving Day': 'thanksgiving',
  Carnival: 'carnival',
  Diwali: 'diwali',
  Deepavali: 'diwali',
  Holi: 'holi',
  "All Souls' Day": 'allSouls',
  'Anzac Day': 'anzacDay',
  'ANZAC Day': 'anzacDay',
  'Armistice Day': 'armisticeDay',
  'Black Awareness Day': 'blackAwareness',
  "Buddha's Birthday": 'buddhasBirthday',
  'Vesak Day': 'buddhasBirthday',
  "Children's Day": 'childrensDay',
  'Korean Thanksgiving': 'chuseok',
  'Constitution Day': 'constitutionDay',
  'Eid al-Adha': 'eidAlAdha',
  'Hari Raya Haji': 'eidAlAdha',
  'Id el Kabir': 'eidAlAdha',
  'Hari Raya Puasa': 'eidAlFitr',
  'Id el Fitr': 'eidAlFitr',
  'Immaculate Conception of Mary': 'immaculateConception',
  "King's Birthday": 'kingsBirthday',
  'Labour and Solidarity Day': 'labourDay',
  'Spring and Labour Day': 'labourDay',
  "Worker's Day": 'labourDay',
  "Workers' Day": 'labourDay',
  'Liberation Day': 'liberationDay',
  'Maundy Thursday': 'maundyThursday',
  'National holiday': 'nationalDay',
  'Orthodox Christmas': 'orthodoxChristmas',
  'Orthodox Easter': 'orthodoxEaster',
  'Republic Day': 'republicDay',
  'Revolution Day': 'revolutionDay',
  'Korean New Year': 'seollal',
  'Songkran Festival': 'songkran',
  'Victory Day': 'victoryDay',
  "International Women's Day": 'womensDay',
} as const

/** What a catalogue calls a holiday by. */
export type HolidayNameKey = (typeof KEY_OF_NAME)[keyof typeof KEY_OF_NAME]

/** All of them, each once. */
export const holidayNameKeys: readonly HolidayNameKey[] = [...new Set(Object.values(KEY_OF_NAME))]

/** Feasts of a religion on fixed days, or in calendars of which other holidays follow too. */
const RELIGIOUS_KEYS: ReadonlySet<HolidayNameKey> = new Set([
  'allSaints',
  'allSouls',
  'assumption',
  'boxingDay',
  'buddhasBirthday',
  'christmas',
  'christmasEve',
  'diwali',
  'epiphany',
  'holi',
  'immaculateConception',
])

/** `easter -2`, `1 Shawwal P3D`, `15 Nisan`, `julian 12-25`: calendars that only religions follow. */
const RELIGIOUS_RULE =
  /\b(easter|orthodox|julian|Muharram|Rabi|Rajab|Shaban|Ramadan|Shawwal|Dhu|Nisan|Sivan|Tishrei)\b/

/** The suffix by which the library marks a day that stands in for a holiday on a weekend. */
const SUBSTITUTE = / \(substitute day\)$/

/** How the catalogues name a holiday, from its English name; undefined where they don't. */
export function holidayNameKey(englishName: string): HolidayNameKey | undefined {
  const plain = englishName.replace(SUBSTITUTE, '')
  return isNamed(plain) ? KEY_OF_NAME[plain] : undefined
}

/** Whether a holiday follows a religion, from the rule that the library computes it by and its name's key. */
export function isReligious(rule: string, nameKey: HolidayNameKey | undefined): boolean {
  return RELIGIOUS_RULE.test(rule) || (nameKey !== undefined && RELIGIOUS_KEYS.has(nameKey))
}

function isNamed(name: string): name is keyof typeof KEY_OF_NAME {
  return Object.hasOwn(KEY_OF_NAME, name)
}
