import type { LetterSet } from '../letterTemplate'
import { FRENCH_TRADE, SPANISH_TRADE } from './trade/romance'

/** The shipped letters in Spanish, in the polite form that suits Spain and Latin America alike. */
export const SPANISH: LetterSet = {
  language: 'es',
  fallbacks: {
    firstName: '',
    salutationName: '',
    product: 'nuestras piezas',
    fairName: 'la feria',
    city: '',
    fairDays: '',
    booth: '',
    promised: 'lo que nos pidió',
    dueOn: 'muy pronto',
    piece: 'algo útil',
    myName: '',
    myCompany: '',
  },
  letters: {
    ...SPANISH_TRADE,
    thanks: {
      subject: 'Gracias por su visita[[ en {fairName}]]',
      body: `Hola {firstName}:

Gracias por el tiempo que nos dedicó[[ en {fairName}]]. Disfruté de nuestra conversación[[ sobre {product}]] y he anotado lo que es importante para usted.
[[
No he olvidado lo que le prometí: {promised}. Lo tendrá antes del {dueOn}.
]]
No tiene que hacer nada por ahora. Si le surge una duda, responda a este mensaje: lo leo yo y nadie más.

Un cordial saludo,
{myName}
{myCompany}`,
    },
    promised: {
      subject: 'Lo prometido: {promised}',
      body: `Hola {firstName}:

Cuando nos conocimos[[ en {fairName}]] le prometí {promised}. Aquí lo tiene.

He procurado ser breve. Si esperaba otra cosa o falta algún dato, basta una línea y lo corrijo.

Un cordial saludo,
{myName}
{myCompany}`,
    },
    valuePiece: {
      subject: 'Una página que puede ahorrarle una reclamación',
      body: `Hola {firstName}:

No le envío un catálogo. Adjunto una sola página: las preguntas que hacen los compradores con experiencia antes de un pedido[[ de {product}]] y los errores que más caros salen.

Puede usarla con cualquier proveedor, no solo con nosotros. Si echa en falta alguna pregunta, dígamelo y la añado.

Un cordial saludo,
{myName}
{myCompany}`,
    },
    question: {
      subject: 'Una sola pregunta[[ sobre {product}]]',
      body: `Hola {firstName}:

¿Me permite una pregunta?[[ En {fairName} se fijó usted en {product}.]] ¿Qué tendría que cumplirse para que entrara en su surtido: el precio, el embalaje, los certificados, el plazo?

Una palabra me basta. Y si no es el momento, dígame cuándo lo será; hasta entonces no le escribiré sobre este tema.

Un cordial saludo,
{myName}
{myCompany}`,
    },
    gift: {
      subject: 'Para usted[[: {piece}]]',
      body: `Hola {firstName}:

al tener esto en mis manos pensé en usted: {piece}. Puede que le ahorre trabajo, así que se lo envío.

No tiene que hacer nada. Si le surge una pregunta, una línea me basta.

Un cordial saludo,
{myName}
{myCompany}`,
    },
    letter: {
      subject: 'Nuestra carta del mes: algo útil y nada que comprar',
      body: `Hola {firstName}:

Una vez al mes escribo una carta breve a las personas con las que me gusta trabajar: algo que hemos aprendido y que puede servirle. La de este mes va adjunta; se lee en dos minutos.

¿Sobre qué le gustaría leer la próxima vez? Responda sin más. Y si prefiere no recibir esta carta, con una palabra suya dejo de enviarla.

Un cordial saludo,
{myName}
{myCompany}`,
    },
  },
}

/** The shipped letters in French; a no-break space stands before `:`, `;`, `?` and inside guillemets. */
export const FRENCH: LetterSet = {
  language: 'fr',
  fallbacks: {
    firstName: '',
    salutationName: '',
    product: 'nos pièces',
    fairName: 'le salon',
    city: '',
    fairDays: '',
    booth: '',
    promised: 'ce que vous aviez demandé',
    dueOn: 'très bientôt',
    piece: 'un document utile',
    myName: '',
    myCompany: '',
  },
  letters: {
    ...FRENCH_TRADE,
    thanks: {
      subject: 'Merci de votre visite[[ – {fairName}]]',
      body: `Bonjour {salutationName},

Merci du temps que vous nous avez accordé[[ ({fairName})]]. J’ai beaucoup apprécié notre échange[[ au sujet de « {product} »]] et j’ai noté ce qui compte pour vous.
[[
Je n’oublie pas ma promesse : {promised}. Vous l’aurez d’ici le {dueOn}.
]]
Vous n’avez rien à faire pour l’instant. Si une question vous vient, répondez simplement à ce message : je suis la seule personne à le lire.

Bien cordialement,
{myName}
{myCompany}`,
    },
    promised: {
      subject: 'Comme promis : {promised}',
      body: `Bonjour {salutationName},

Lors de notre rencontre[[ ({fairName})]], je vous avais promis ceci : {promised}. Le voici.

J’ai fait court. Si vous attendiez autre chose ou s’il manque un détail, une ligne suffit et je corrige.

Bien cordialement,
{myName}
{myCompany}`,
    },
    valuePiece: {
      subject: 'Une page qui peut vous éviter une réclamation',
      body: `Bonjour {salutationName},

Je ne vous envoie pas de catalogue. Vous trouverez ci-joint une seule page : les questions que posent les acheteurs expérimentés avant de commander, et les erreurs qui coûtent le plus cher.

Elle sert avec n’importe quel fournisseur, pas seulement avec nous. S’il y manque une question, dites-le-moi, je l’ajouterai.

Bien cordialement,
{myName}
{myCompany}`,
    },
    question: {
      subject: 'Une seule question[[ : {product}]]',
      body: `Bonjour {salutationName},

Puis-je vous poser une question ?[[ Vous aviez regardé de près « {product} ».]] Que faudrait-il pour que cela trouve sa place dans votre gamme : le prix, l’emballage, les certificats, le calendrier ?

Un mot suffit. Et si ce n’est pas le moment, dites-moi quand ; d’ici là, je ne vous en reparlerai pas.

Bien cordialement,
{myName}
{myCompany}`,
    },
    gift: {
      subject: 'Pour vous[[ : {piece}]]',
      body: `Bonjour {salutationName},

j’ai pensé à vous en ayant ceci entre les mains : {piece}. Cela vous épargnera peut-être du travail, je vous l’envoie donc.

Vous n’avez rien à faire. Si une question se pose, une ligne me suffit.

Bien cordialement,
{myName}
{myCompany}`,
    },
    letter: {
      subject: 'Notre lettre du mois : une chose utile, rien à acheter',
      body: `Bonjour {salutationName},

Une fois par mois, j’écris une courte lettre aux personnes avec qui j’aime travailler : une chose que nous avons apprise et qui peut vous servir. Celle de ce mois est jointe ; elle se lit en deux minutes.

Que souhaiteriez-vous lire la prochaine fois ? Répondez simplement. Et si vous préférez ne plus recevoir cette lettre, un mot de vous et j’arrête.

Bien cordialement,
{myName}
{myCompany}`,
    },
  },
}
