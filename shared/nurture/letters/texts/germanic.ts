import type { LetterSet } from '../letterTemplate'
import { GERMAN_TRADE, SWEDISH_TRADE } from './trade/germanic'

/** The shipped letters in German, in the polite form. */
export const GERMAN: LetterSet = {
  language: 'de',
  fallbacks: {
    firstName: '',
    salutationName: '',
    product: 'unsere Stücke',
    fairName: 'die Messe',
    city: '',
    fairDays: '',
    booth: '',
    promised: 'das Gewünschte',
    dueOn: 'in Kürze',
    piece: 'etwas Nützliches',
    myName: '',
    myCompany: '',
  },
  letters: {
    ...GERMAN_TRADE,
    thanks: {
      subject: 'Danke für Ihren Besuch[[ – {fairName}]]',
      body: `Guten Tag {salutationName},

vielen Dank für die Zeit, die Sie sich für uns genommen haben[[ ({fairName})]]. Über unser Gespräch[[ zu „{product}“]] habe ich mich gefreut, und was Ihnen wichtig ist, habe ich notiert.
[[
Mein Versprechen ist nicht vergessen: {promised}. Sie erhalten es bis {dueOn}.
]]
Sie müssen jetzt nichts tun. Wenn eine Frage auftaucht, antworten Sie einfach auf diese Nachricht: Sie erreicht mich und sonst niemanden.

Mit freundlichen Grüßen
{myName}
{myCompany}`,
    },
    promised: {
      subject: 'Wie versprochen: {promised}',
      body: `Guten Tag {salutationName},

bei unserem Treffen[[ ({fairName})]] hatte ich Ihnen etwas versprochen: {promised}. Hier ist es.

Ich habe mich kurz gefasst. Wenn Sie etwas anderes erwartet haben oder eine Angabe fehlt, genügt eine Zeile, und ich bringe es in Ordnung.

Mit freundlichen Grüßen
{myName}
{myCompany}`,
    },
    valuePiece: {
      subject: 'Eine Seite, die Ihnen eine Reklamation ersparen kann',
      body: `Guten Tag {salutationName},

statt eines Katalogs schicke ich Ihnen eine einzige Seite: die Fragen, die erfahrene Einkäufer vor einer Bestellung stellen, und die Fehler, die am teuersten werden.

Sie können sie bei jedem Lieferanten verwenden, nicht nur bei uns. Wenn Ihnen eine Frage fehlt, schreiben Sie mir, dann nehme ich sie auf.

Mit freundlichen Grüßen
{myName}
{myCompany}`,
    },
    question: {
      subject: 'Eine einzige Frage[[ zu „{product}“]]',
      body: `Guten Tag {salutationName},

darf ich Ihnen eine Frage stellen?[[ Sie haben sich „{product}“ genau angesehen.]] Was müsste stimmen, damit es in Ihr Sortiment passt: der Preis, die Verpackung, die Nachweise, der Zeitpunkt?

Ein Wort genügt. Und wenn es gerade nicht passt, sagen Sie mir, wann es so weit ist. Bis dahin hören Sie dazu nichts von mir.

Mit freundlichen Grüßen
{myName}
{myCompany}`,
    },
    gift: {
      subject: 'Für Sie[[: {piece}]]',
      body: `Guten Tag {salutationName},

als ich dies in der Hand hatte, musste ich an Sie denken: {piece}. Vielleicht erspart es Ihnen etwas Arbeit, darum schicke ich es Ihnen.

Sie müssen nichts tun. Wenn sich dabei eine Frage ergibt, genügt mir eine Zeile.

Mit freundlichen Grüßen
{myName}
{myCompany}`,
    },
    letter: {
      subject: 'Unser Brief des Monats: etwas Nützliches, nichts zu kaufen',
      body: `Guten Tag {salutationName},

einmal im Monat schreibe ich einen kurzen Brief an die Menschen, mit denen ich gern arbeite: etwas, das wir gelernt haben und das Ihnen nützen kann. Der Brief dieses Monats liegt bei; er ist in zwei Minuten gelesen.

Worüber möchten Sie beim nächsten Mal lesen? Antworten Sie einfach. Und wenn Sie den Brief nicht mehr möchten, genügt ein Wort, und ich höre auf.

Mit freundlichen Grüßen
{myName}
{myCompany}`,
    },
  },
}

/** The shipped letters in Swedish. */
export const SWEDISH: LetterSet = {
  language: 'sv',
  fallbacks: {
    firstName: '',
    salutationName: '',
    product: 'våra produkter',
    fairName: 'mässan',
    city: '',
    fairDays: '',
    booth: '',
    promised: 'det du bad om',
    dueOn: 'inom kort',
    piece: 'något användbart',
    myName: '',
    myCompany: '',
  },
  letters: {
    ...SWEDISH_TRADE,
    thanks: {
      subject: 'Tack för besöket[[ på {fairName}]]',
      body: `Hej {firstName}!

Tack för att du tog dig tid för oss[[ på {fairName}]]. Jag uppskattade vårt samtal[[ om {product}]] och har antecknat vad som är viktigt för dig.
[[
Jag har inte glömt vad jag lovade: {promised}. Du får det senast {dueOn}.
]]
Du behöver inte göra något nu. Om du undrar över något är det bara att svara på det här brevet, det är bara jag som läser det.

Vänliga hälsningar
{myName}
{myCompany}`,
    },
    promised: {
      subject: 'Som utlovat: {promised}',
      body: `Hej {firstName}!

När vi träffades[[ på {fairName}]] lovade jag dig {promised}. Här kommer det.

Jag har fattat mig kort. Om du hade tänkt dig något annat, eller om någon uppgift saknas, räcker det med en rad så rättar jag till det.

Vänliga hälsningar
{myName}
{myCompany}`,
    },
    valuePiece: {
      subject: 'En sida som kan bespara dig en reklamation',
      body: `Hej {firstName}!

Jag skickar ingen katalog. I stället bifogar jag en enda sida: frågorna som erfarna inköpare ställer innan de beställer[[ {product}]], och misstagen som kostar mest.

Du kan använda den med vilken leverantör som helst, inte bara med oss. Om du saknar någon fråga får du gärna säga till, så lägger jag till den.

Vänliga hälsningar
{myName}
{myCompany}`,
    },
    question: {
      subject: 'En enda fråga[[ om {product}]]',
      body: `Hej {firstName}!

Får jag ställa en fråga?[[ På {fairName} tittade du närmare på {product}.]] Vad skulle behöva stämma för att det ska passa i ert sortiment: priset, förpackningen, intygen eller tidpunkten?

Det räcker med ett ord. Och om det inte är rätt läge nu, berätta när det är det, så hör jag inte av mig om saken förrän då.

Vänliga hälsningar
{myName}
{myCompany}`,
    },
    gift: {
      subject: 'Till dig[[: {piece}]]',
      body: `Hej {firstName}!

Jag kom att tänka på dig när jag hade det här i handen: {piece}. Det kanske sparar dig lite arbete, så här kommer det.

Du behöver inte göra någonting. Om det väcker en fråga räcker en rad till mig.

Vänliga hälsningar
{myName}
{myCompany}`,
    },
    letter: {
      subject: 'Månadens brev: något användbart, inget att köpa',
      body: `Hej {firstName}!

En gång i månaden skriver jag ett kort brev till dem jag gärna arbetar med: något som vi har lärt oss och som du kan ha nytta av. Månadens brev är bifogat och tar två minuter att läsa.

Vad vill du läsa om nästa gång? Svara gärna. Och om du hellre slipper brevet räcker det med ett ord, så slutar jag.

Vänliga hälsningar
{myName}
{myCompany}`,
    },
  },
}
