import { letterFrame } from '../../letterFrame'
import type { TradeLetters } from '../../letterTemplate'

const german = letterFrame('Guten Tag {salutationName},', 'Mit freundlichen Grüßen')
const swedish = letterFrame('Hej {firstName}!', 'Vänliga hälsningar')

/** The letters of the trade in German. */
export const GERMAN_TRADE: TradeLetters = {
  enquiryAnswer: german(
    'Ihre Anfrage[[ zu „{product}“]]',
    'vielen Dank für Ihre Anfrage[[ zu „{product}“]]. Ich habe sie zu Ende gelesen und arbeite an einer richtigen Antwort: Preis nach Menge, Lieferzeit und die Papiere für Ihren Markt. Sie haben sie innerhalb eines Arbeitstages.',
    'Zwei Angaben machen die Antwort besser: die Menge, an die Sie für einen ersten Auftrag denken, und das Land, in dem die Ware verkauft wird.',
  ),
  sampleSent: german(
    'Ihr Muster ist unterwegs',
    'Ihr Muster[[ („{product}“)]] ist unterwegs. Beigefügt ist eine Seite: was wir prüfen, bevor etwas das Haus verlässt, und wie Sie dasselbe in zehn Minuten am Schreibtisch prüfen.',
    'Sie müssen nicht schreiben, wenn es da ist. Ich frage in einigen Tagen nach.',
  ),
  sampleArrived: german(
    'Ist das Muster angekommen?',
    'das Muster[[ („{product}“)]] müsste inzwischen bei Ihnen sein. Ist es heil angekommen?',
    'Sagen Sie mir bitte offen, was Ihnen daran nicht gefällt. Was sich ändern lässt, ändere ich, und was nicht, sage ich Ihnen.',
  ),
  quoteHelp: german(
    'Woraus sich der Preis ergibt[[ („{product}“)]]',
    'zu unserem Angebot lege ich eine halbe Seite bei: die drei Dinge, die den Preis ausmachen, und wo Sie sparen können, ohne dass es im Laden jemand merkt.',
    'Sie können sie auch neben jedes andere Angebot legen. Wenn eine Zeile unklar ist, genügt ein Wort.',
  ),
  quoteQuestion: german(
    'Eine Frage zu unserem Angebot',
    'darf ich fragen, wie unser Angebot[[ („{product}“)]] bei Ihnen steht? Was müsste anders sein: der Preis, die Menge, die Bedingungen, die Zeit?',
    'Auch ein Nein ist eine gute Antwort. Dann schließe ich den Vorgang und frage nicht mehr danach.',
  ),
  orderThanks: german(
    'Danke für Ihren Auftrag',
    'vielen Dank für Ihren Auftrag. Ab jetzt kümmere ich mich selbst darum. Sie hören von mir, ohne zu fragen: wenn das Material im Haus ist, wenn die Fertigung beginnt, wenn die Ware geprüft ist und wenn sie abgeht.',
    'Ändert sich etwas, wissen Sie es am selben Tag, ob gut oder schlecht.',
  ),
  orderArrived: german(
    'Ist alles so, wie Sie es bestellt haben?',
    'die Ware müsste inzwischen bei Ihnen sein. Bitte sehen Sie in ein paar Kartons: Wenn etwas nicht so ist, wie Sie es bestellt haben, schicken Sie mir ein Foto, und ich kümmere mich darum.',
    'Beigefügt sind Bilder und Texte, die Sie für den Verkauf verwenden dürfen.',
  ),
  quietHello: german(
    'Etwas Nützliches nach langer Zeit',
    'wir haben eine Weile nichts voneinander gehört, deshalb etwas, das Ihnen nützen kann: Auf der beigefügten Seite steht, was sich seither bei Material, Fracht und Vorschriften geändert hat.',
    'Sie müssen nicht antworten. Ich wollte nur, dass Sie es haben.',
  ),
  quietQuestion: german(
    'Soll ich Ihnen weiter schreiben?',
    'darf ich offen fragen: Soll ich Ihnen weiterhin ab und zu schreiben?',
    'Ein Wort genügt. Bei einem Nein höre ich auf, und Sie können sich jederzeit wieder melden.',
  ),
  reorder: german(
    'Lieferzeiten für Ihre nächste Saison',
    'unsere Fertigung füllt sich für die kommenden Monate. Hier sind die Termine, bevor Sie sie brauchen: Die beigefügte Seite zeigt, bis wann bestellt sein muss[[ („{product}“)]], damit die Ware im jeweiligen Monat da ist.',
    'Das ist keine Mahnung zu kaufen. Wenn Ihre Planung schon steht, nennen Sie mir den Monat, und ich halte einen Platz frei.',
  ),
  review: german(
    'Unser Quartal auf einer Seite',
    'beigefügt ist unser gemeinsames Quartal auf einer Seite: was wir geliefert haben, was zu spät oder nicht so kam, wie es sollte, und was wir deshalb geändert haben.',
    'Wenn Sie einen dieser Punkte anders sehen, schreiben Sie mir bitte. Das hilft uns mehr als Lob.',
  ),
  newYear: german(
    'Danke für dieses Jahr',
    'das Jahr geht zu Ende, und vorher möchte ich Ihnen danken: für Ihre Zeit, Ihr Vertrauen und Ihre offenen Worte.',
    'Ihnen, Ihrer Familie und allen in Ihrem Haus wünsche ich Gesundheit und ein gutes neues Jahr.',
  ),
  shutdown: german(
    'Unsere Feiertage, damit Ihre Ware rechtzeitig kommt',
    'unser Werk schließt über die Feiertage. Der beigefügte Kalender zeigt den letzten Tag für Aufträge, die vorher abgehen müssen, und den Tag, an dem die Fertigung wieder beginnt.',
    'Vor und nach der Pause dauert alles länger, vor allem die Fracht. Wenn etwas eilt, sagen Sie es mir jetzt, und ich sehe, was sich machen lässt.',
  ),
  congratulation: german(
    'Herzlichen Glückwunsch!',
    'gerade habe ich die gute Nachricht aus Ihrem Haus gehört und wollte Ihnen gleich gratulieren.',
    'Hinter diesem Brief steht nichts weiter. Ich freue mich für Sie und wünsche Ihnen viel Erfolg.',
  ),
  invitation: german(
    'Sehen wir uns auf der Messe {fairName}?',
    'wir sind auf der Messe {fairName}[[ in {city}]][[, {fairDays}]][[, Stand {booth}]], und ich würde mich freuen, Sie dort zu sehen.',
    'Wenn Sie mir einen Tag nennen, halte ich eine halbe Stunde frei und lege bereit, was für Sie wichtig ist. Kommen Sie nicht, genügt ein Wort, und ich schreibe Ihnen danach.',
  ),
  referral: german(
    'Eine Frage, die ich nicht leichthin stelle',
    'ich freue mich, dass Ihre letzte Lieferung gut verlaufen ist. Darf ich Sie um einen Gefallen bitten?',
    'Wenn Sie jemanden kennen, der Stücke wie unsere sucht: Würden Sie uns bekannt machen? Ein Name genügt, oder Sie geben diesen Brief weiter. Und wenn Ihnen niemand einfällt, ist das auch in Ordnung.',
  ),
}

/** The letters of the trade in Swedish. */
export const SWEDISH_TRADE: TradeLetters = {
  enquiryAnswer: swedish(
    'Din förfrågan[[ om {product}]]',
    'Tack för din förfrågan[[ om {product}]]. Jag har läst den till slut och arbetar på ett ordentligt svar: pris efter antal, leveranstid och intygen för din marknad. Du har det inom en arbetsdag.',
    'Två uppgifter gör svaret bättre: vilket antal du tänker dig för en första order, och i vilket land varorna ska säljas.',
  ),
  sampleSent: swedish(
    'Ditt prov är på väg',
    'Ditt prov[[ ({product})]] är på väg. Jag bifogar en sida: vad vi kontrollerar innan något lämnar huset, och hur du kontrollerar samma sak vid skrivbordet på tio minuter.',
    'Du behöver inte skriva när det kommer. Jag frågar om några dagar.',
  ),
  sampleArrived: swedish(
    'Har provet kommit fram?',
    'Provet[[ ({product})]] borde ligga på ditt skrivbord vid det här laget. Kom det fram helt?',
    'Säg gärna rent ut vad du inte tycker om. Det som går att ändra ändrar jag, och det som inte går talar jag om.',
  ),
  quoteHelp: swedish(
    'Vad priset består av[[ ({product})]]',
    'Till vår offert bifogar jag en halv sida: de tre saker som avgör priset, och var du kan spara utan att någon märker det i butiken.',
    'Du kan lägga den bredvid vilken annan offert som helst. Om en rad är oklar räcker det med ett ord.',
  ),
  quoteQuestion: swedish(
    'En fråga om vår offert',
    'Får jag fråga hur det står till med vår offert[[ på {product}]]? Vad skulle behöva vara annorlunda: priset, antalet, villkoren, tiden?',
    'Ett nej är också ett bra svar. Då avslutar jag ärendet och frågar inte mer.',
  ),
  orderThanks: swedish(
    'Tack för din order',
    'Tack för din order. Från och med nu tar jag själv hand om den. Du hör av mig utan att behöva fråga: när materialet är på plats, när tillverkningen börjar, när varorna är kontrollerade och när de skickas.',
    'Om något ändras vet du det samma dag, vare sig det är bra eller dåligt.',
  ),
  orderArrived: swedish(
    'Är allt som du beställde det?',
    'Varorna borde vara hos dig nu. Titta gärna i några kartonger: om något inte är som du beställde det, skicka en bild så tar jag hand om det.',
    'Jag bifogar bilder och texter som du får använda i försäljningen.',
  ),
  quietHello: swedish(
    'Något användbart efter lång tid',
    'Det var ett tag sedan vi hördes, så här kommer något du kan ha nytta av: på den bifogade sidan står vad som har ändrats i fråga om material, frakt och regler sedan dess.',
    'Du behöver inte svara. Jag ville bara att du skulle ha den.',
  ),
  quietQuestion: swedish(
    'Ska jag fortsätta skriva?',
    'Får jag fråga rent ut: ska jag fortsätta skriva till dig då och då?',
    'Det räcker med ett ord. Säger du nej så slutar jag, och du kan alltid höra av dig igen.',
  ),
  reorder: swedish(
    'Leveranstider för din nästa säsong',
    'Vår orderbok för de kommande månaderna fylls på, så här är datumen innan du behöver dem: den bifogade sidan visar när en order[[ på {product}]] måste läggas för att komma fram i tid varje månad.',
    'Det är ingen påminnelse om att köpa. Om dina planer redan är klara, säg vilken månad så håller jag en plats.',
  ),
  review: swedish(
    'Vårt kvartal på en sida',
    'Jag bifogar vårt gemensamma kvartal på en sida: vad vi levererade, vad som kom sent eller inte som det skulle, och vad vi har ändrat på grund av det.',
    'Om du ser någon av punkterna annorlunda får du gärna skriva. Det hjälper oss mer än beröm.',
  ),
  newYear: swedish(
    'Tack för det här året',
    'Året går mot sitt slut, och innan dess vill jag tacka dig: för din tid, ditt förtroende och dina raka ord.',
    'Jag önskar dig, din familj och alla hos er god hälsa och ett gott nytt år.',
  ),
  shutdown: swedish(
    'Våra helgdagar, så att dina varor kommer i tid',
    'Vår fabrik stänger över helgerna. Den bifogade kalendern visar sista dagen för order som måste skickas innan, och dagen då tillverkningen börjar igen.',
    'Före och efter uppehållet tar allt längre tid, framför allt frakten. Om något är bråttom, säg till nu så ser jag vad som går att göra.',
  ),
  congratulation: swedish(
    'Grattis!',
    'Jag har just hört den goda nyheten från er och ville gratulera dig genast.',
    'Det ligger inget bakom det här brevet. Jag är helt enkelt glad för din skull och önskar dig lycka till.',
  ),
  invitation: swedish(
    'Kommer du till {fairName}?',
    'Vi är på {fairName}[[ i {city}]][[, {fairDays}]][[, monter {booth}]], och jag skulle bli glad att träffa dig där.',
    'Om du säger en dag som passar håller jag en halvtimme fri och har det framme som är viktigt för dig. Kommer du inte räcker ett ord, så skriver jag efteråt i stället.',
  ),
  referral: swedish(
    'En fråga som jag inte ställer lättvindigt',
    'Jag är glad att din senaste leverans gick bra. Får jag be dig om en tjänst?',
    'Om du känner någon som letar efter sådant som vi gör, kan du sätta oss i kontakt? Ett namn räcker, eller skicka vidare det här brevet. Och om du inte kommer på någon gör det ingenting.',
  ),
}
