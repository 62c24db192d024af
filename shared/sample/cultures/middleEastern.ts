import { type Culture, spelled } from './culture'

const ARABIC_WOMEN = spelled('ليلى=Layla|نورة=Noura|هدى=Huda|سارة=Sara|أمل=Amal|ريم=Reem|دانة=Dana|منى=Mona')
const ARABIC_MEN = spelled(
  'خالد=Khaled|عمر=Omar|يوسف=Youssef|فهد=Fahad|طارق=Tarek|سامي=Sami|ماجد=Majed|حسن=Hassan',
)
const ARABIC_FAMILIES = spelled(
  'الحداد=Al-Haddad|النجار=Al-Najjar|المنصوري=Al-Mansouri|القحطاني=Al-Qahtani|الخطيب=Al-Khatib|العامري=Al-Ameri|السيد=El-Sayed|الشافعي=El-Shafei',
)
const ARABIC_STEMS = spelled(
  'النخيل=Al Nakheel|الواحة=Al Waha|السفرة=Al Sufra|الخزف=Al Khazaf|الياسمين=Al Yasmin|دار الضيافة=Dar Al Diyafa|اللؤلؤة=Al Luluah|البيت الجديد=Al Bait Al Jadid|الصحراء=Al Sahra|المائدة=Al Maeda|الفنار=Al Fanar|الريحان=Al Rayhan|الدلة=Al Dallah|السنابل=Al Sanabel|القنديل=Al Qandil|المرسى=Al Marsa',
)
const ARABIC_TRADES = spelled(
  'للتجارة=Trading|للأدوات المنزلية=Houseware|للضيافة=Hospitality|للاستيراد=Import|للهدايا=Gifts|للأواني=Tableware|للتوزيع=Distribution|للديكور=Decor',
)

/** Customers who write from right to left (Arabic, Hebrew) and in Cyrillic. */
export const MIDDLE_EASTERN: readonly Culture[] = [
  {
    country: 'IL',
    zone: 'Asia/Jerusalem',
    language: 'he',
    currency: 'USD',
    weight: 6,
    cities: spelled('חיפה=Haifa|תל אביב=Tel Aviv|באר שבע=Beersheba|נתניה=Netanya|אשדוד=Ashdod|רעננה=Raanana'),
    women: spelled('נועה=Noa|תמר=Tamar|מיכל=Michal|שירה=Shira|ענת=Anat|יעל=Yael|הדס=Hadas|רונית=Ronit'),
    men: spelled('איתי=Itai|יונתן=Yonatan|עידו=Ido|אורי=Uri|גיל=Gil|אמיר=Amir|נדב=Nadav|דורון=Doron'),
    families: spelled('כהן=Cohen|לוי=Levi|שגיא=Sagi|ברק=Barak|אלון=Alon|פרידמן=Friedman|ארז=Erez|גולן=Golan'),
    joiner: ' ',
    stems: spelled(
      'במבוק ירוק=Bamboo Yarok|בית חם=Bayit Ham|שולחן ערוך היטב=Shulchan|כלי חרס=Kli Heres|גלים=Galim|תבלין=Tavlin|רימון=Rimon|אלמוג=Almog|השוק=Hashuk|זית ואבן=Zayit Vaeven|נמל=Namal|שקד=Shaked|ערבה=Arava|תמרה=Tmara|אורן=Oren|מטבח לבן=Mitbach Lavan',
    ),
    trades: spelled(
      'יבוא=Import|סחר=Trade|כלי בית=Houseware|מתנות=Gifts|שיווק=Marketing|מלונאות=Hotelware|עיצוב=Design|קרמיקה=Ceramics',
    ),
    forms: spelled('בע״מ=Ltd.|ובניו=& Sons|שותפות=Partnership'),
    phone: ['+972 50 000 ', 0, 9999, 4],
    reach: ['whatsapp', 'email', 'phone', 'linkedin'],
  },
  {
    country: 'AE',
    zone: 'Asia/Dubai',
    language: 'ar',
    currency: 'USD',
    weight: 5,
    cities: spelled('دبي=Dubai|الشارقة=Sharjah|أبوظبي=Abu Dhabi|العين=Al Ain'),
    women: ARABIC_WOMEN,
    men: ARABIC_MEN,
    families: ARABIC_FAMILIES,
    joiner: ' ',
    stems: ARABIC_STEMS,
    trades: ARABIC_TRADES,
    forms: spelled('ذ.م.م=LLC|م.م.ح=FZCO|ش.م.ع=PJSC'),
    phone: ['+971 50 000 ', 0, 9999, 4],
    reach: ['whatsapp', 'email', 'phone', 'linkedin'],
  },
  {
    country: 'SA',
    zone: 'Asia/Riyadh',
    language: 'ar',
    currency: 'USD',
    weight: 4,
    cities: spelled('الرياض=Riyadh|جدة=Jeddah|الدمام=Dammam|المدينة=Medina'),
    women: ARABIC_WOMEN,
    men: ARABIC_MEN,
    families: ARABIC_FAMILIES,
    joiner: ' ',
    stems: ARABIC_STEMS,
    trades: ARABIC_TRADES,
    forms: spelled('المحدودة=Ltd.|القابضة=Holding|وشركاه=& Partners'),
    phone: ['+966 50 000 ', 0, 9999, 4],
    reach: ['whatsapp', 'phone', 'email'],
  },
  {
    country: 'EG',
    zone: 'Africa/Cairo',
    language: 'ar',
    currency: 'USD',
    weight: 3,
    cities: spelled('القاهرة=Cairo|الإسكندرية=Alexandria|الجيزة=Giza'),
    women: ARABIC_WOMEN,
    men: ARABIC_MEN,
    families: ARABIC_FAMILIES,
    joiner: ' ',
    stems: ARABIC_STEMS,
    trades: ARABIC_TRADES,
    forms: spelled('ش.م.م=SAE|وأولاده=& Sons'),
    phone: ['+20 10 0000 ', 0, 9999, 4],
    reach: ['whatsapp', 'phone', 'email'],
  },
  {
    country: 'KZ',
    zone: 'Asia/Almaty',
    language: 'ru',
    currency: 'USD',
    weight: 4,
    cities: spelled('Алматы=Almaty|Астана=Astana|Шымкент=Shymkent|Караганда=Karaganda'),
    women: spelled(
      'Айгуль=Aigul|Динара=Dinara|Ольга=Olga|Светлана=Svetlana|Мадина=Madina|Екатерина=Ekaterina',
    ),
    men: spelled('Ерлан=Yerlan|Нурлан=Nurlan|Сергей=Sergey|Тимур=Timur|Алексей=Alexey|Бауыржан=Bauyrzhan'),
    families: spelled(
      'Ахметов=Akhmetov|Сулейменов=Suleimenov|Ковалёв=Kovalev|Жумабаев=Zhumabayev|Сорокин=Sorokin|Ли=Li',
    ),
    joiner: ' ',
    stems: spelled(
      'Дастархан=Dastarkhan|Степной Дом=Stepnoy Dom|Белая Чаша=Belaya Chasha|Алатау=Alatau|Бамбук=Bambuk|Уют=Uyut|Золотой Колос=Zolotoy Kolos|Медео=Medeo|Керамик=Keramik|Шанырак=Shanyrak|Родник=Rodnik|Посуда Плюс=Posuda Plus',
    ),
    trades: spelled(
      'Трейд=Trade|Импорт=Import|Сервис=Service|Маркет=Market|Отель Снаб=Hotel Snab|Опт=Opt|Подарки=Podarki|Декор=Dekor',
    ),
    forms: spelled('ТОО=LLP|ИП=IE|АО=JSC'),
    phone: ['+7 700 000 ', 0, 9999, 4],
    reach: ['whatsapp', 'telegram', 'email', 'phone'],
  },
  {
    country: 'BG',
    zone: 'Europe/Sofia',
    language: 'bg',
    currency: 'EUR',
    weight: 3,
    cities: spelled('София=Sofia|Пловдив=Plovdiv|Варна=Varna|Бургас=Burgas'),
    women: spelled('Елица=Elitsa|Милена=Milena|Радостина=Radostina|Цветелина=Tsvetelina|Десислава=Desislava'),
    men: spelled('Георги=Georgi|Ивайло=Ivaylo|Стоян=Stoyan|Любомир=Lyubomir|Христо=Hristo'),
    families: spelled('Петков=Petkov|Димитров=Dimitrov|Стоилов=Stoilov|Караиванов=Karaivanov|Желев=Zhelev'),
    joiner: ' ',
    stems: spelled(
      'Розова Долина=Rozova Dolina|Бял Бряг=Byal Bryag|Глина и Дърво=Glina i Darvo|Трапеза=Trapeza|Черно Море=Cherno More|Балкан=Balkan|Огнище=Ognishte|Нов Дом=Nov Dom|Лавандула=Lavandula|Пирин=Pirin',
    ),
    trades: spelled(
      'Трейдинг=Trading|Импорт=Import|Дом=Dom|Хотелско Оборудване=Hotel Equipment|Подаръци=Gifts|Керамика=Ceramics',
    ),
    forms: spelled('ООД=OOD|ЕООД=EOOD|АД=AD'),
    phone: ['+359 88 000 ', 0, 9999, 4],
    reach: ['email', 'phone', 'whatsapp', 'linkedin'],
  },
]
