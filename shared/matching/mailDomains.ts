/** Mailbox providers open to anybody: sharing one says nothing about working together. */
export const FREE_MAIL: ReadonlySet<string> = new Set(
  `qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com vip.126.com yeah.net 188.com sina.com sina.cn
  vip.sina.com sohu.com aliyun.com 139.com 189.cn wo.cn 21cn.com tom.com 263.net netease.com
  gmail.com googlemail.com outlook.com hotmail.com live.com msn.com passport.com windowslive.com
  icloud.com me.com mac.com aol.com aim.com gmx.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de
  arcor.de mail.com email.com proton.me protonmail.com pm.me tutanota.com tuta.io zoho.com zohomail.com
  fastmail.com hey.com yandex.com yandex.ru yandex.by yandex.kz ya.ru mail.ru inbox.ru list.ru bk.ru
  internet.ru rambler.ru ukr.net i.ua meta.ua naver.com hanmail.net daum.net nate.com kakao.com
  docomo.ne.jp ezweb.ne.jp softbank.ne.jp i.softbank.jp rediffmail.com rediff.com sify.com
  orange.fr wanadoo.fr free.fr laposte.net sfr.fr bbox.fr neuf.fr libero.it virgilio.it tiscali.it alice.it
  tin.it pec.it telefonica.net terra.com terra.com.br uol.com.br bol.com.br ig.com.br globo.com r7.com
  sapo.pt wp.pl o2.pl onet.pl op.pl interia.pl gazeta.pl seznam.cz centrum.cz email.cz azet.sk
  telia.com bredband.net spray.se comhem.se telenor.no online.no bluewin.ch hispeed.ch skynet.be telenet.be
  ziggo.nl kpnmail.nl planet.nl xs4all.nl home.nl btinternet.com ntlworld.com sky.com talktalk.net
  virginmedia.com blueyonder.co.uk comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net
  charter.net earthlink.net rogers.com shaw.ca sympatico.ca bigpond.com optusnet.com.au xtra.co.nz
  walla.co.il walla.com netvision.net.il 012.net.il bezeqint.net zahav.net.il abv.bg mynet.com
  vnn.vn hcm.vnn.vn fpt.vn viettel.vn pchome.com.tw hinet.net msa.hinet.net seed.net.tw netvigator.com
  singnet.com.sg starhub.net.sg streamyx.com tm.net.my eim.ae emirates.net.ae`
    .split(/\s+/)
    .filter((domain) => domain !== ''),
)

/** Providers with one domain per country: yahoo.co.jp, hotmail.fr, live.se, outlook.de, gmx.es. */
export const FREE_MAIL_BRANDS: ReadonlySet<string> = new Set([
  'yahoo',
  'ymail',
  'rocketmail',
  'hotmail',
  'live',
  'outlook',
  'gmx',
  'yandex',
])

/** Hosts on which every shop is a subdomain: only the whole host says who it is. */
export const SHARED_HOSTS: ReadonlySet<string> = new Set([
  'alibaba.com',
  '1688.com',
  'made-in-china.com',
  'globalsources.com',
  'ec21.com',
  'tradekey.com',
  'indiamart.com',
  'tradeindia.com',
  'aliexpress.com',
  'taobao.com',
  'tmall.com',
  'amazon.com',
  'ebay.com',
  'etsy.com',
  'myshopify.com',
  'wixsite.com',
  'weebly.com',
  'wordpress.com',
  'blogspot.com',
  'tumblr.com',
  'webnode.com',
  'jimdo.com',
  'godaddysites.com',
  'squarespace.com',
  'github.io',
  'google.com',
  'facebook.com',
  'instagram.com',
  'linkedin.com',
  'twitter.com',
  'x.com',
  'youtube.com',
  'tiktok.com',
  'pinterest.com',
  'linktr.ee',
  'wa.me',
  'whatsapp.com',
  'line.me',
  'zalo.me',
  't.me',
  'vk.com',
  'weibo.com',
  'xing.com',
])

/** Second labels below a country's top level: `bepxanh.com.vn` is one owner, `com.vn` is none. */
export const SECOND_LEVEL: ReadonlySet<string> = new Set(
  'com co net org gov edu ac or ne go in mil idv gob gub nom web biz info ltd plc me sch k12 gen firm ind res'.split(
    ' ',
  ),
)

/** Mailboxes read by a department: they never say which person wrote. */
export const ROLE_NAMES: ReadonlySet<string> = new Set(
  `info sales sale office admin administrator contact contacts contactus enquiry enquiries inquiry inquiries hello
  hi mail email post team support service services customerservice customercare cs help helpdesk export exports
  import imports purchase purchasing procurement buying buyer orders order shop store marketing market
  accounting accounts account finance billing invoice invoices payment payments hr jobs job career careers
  recruitment press media pr news newsletter noreply donotreply webmaster postmaster hostmaster abuse
  root security privacy legal reception frontdesk secretary logistics shipping warehouse customs quality qc
  trade business bd overseas international global general company corporate main booking bookings reservations
  kontakt verkauf einkauf vertrieb buero rechnung bestellung bewerbung ventas compras contacto
  administracion facturacion comercial exportacion importacion vendas contato atendimento financeiro
  commercial achats compta comptabilite accueil direction vendite acquisti amministrazione ufficio
  segreteria ordini biuro sklep sprzedaz zamowienia obchod objednavky forsaljning order inkop
  faktura ordre salg indkob zakaz zakupki prodazhi lienhe kinhdoanh muahang`
    .split(/\s+/)
    .filter((name) => name !== ''),
)
