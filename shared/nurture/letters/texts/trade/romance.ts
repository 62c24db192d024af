import { letterFrame } from '../../letterFrame'
import type { TradeLetters } from '../../letterTemplate'

const spanish = letterFrame('Hola {firstName}:', 'Un cordial saludo,')
const french = letterFrame('Bonjour {salutationName},', 'Bien cordialement,')

/** The letters of the trade in Spanish. */
export const SPANISH_TRADE: TradeLetters = {
  enquiryAnswer: spanish(
    'Su consulta[[ sobre {product}]]',
    'Gracias por su consulta[[ sobre {product}]]. La he leído hasta el final y preparo una respuesta completa: precio según cantidad, plazo y los certificados para su mercado. La tendrá en un día hábil.',
    'Dos datos mejorarían la respuesta: la cantidad en la que piensa para un primer pedido y el país en el que se venderá la mercancía.',
  ),
  sampleSent: spanish(
    'Su muestra está en camino',
    'Su muestra[[ de {product}]] ya ha salido. Adjunto una página: lo que comprobamos antes de que algo salga de casa y cómo puede comprobarlo usted en su mesa en diez minutos.',
    'No hace falta que escriba cuando llegue. Le preguntaré dentro de unos días.',
  ),
  sampleArrived: spanish(
    '¿Ha llegado la muestra?',
    'La muestra[[ de {product}]] ya debería estar en su mesa. ¿Ha llegado entera?',
    'Dígame con franqueza lo que no le gusta. Lo que se pueda cambiar lo cambio, y lo que no, se lo diré.',
  ),
  quoteHelp: spanish(
    'De qué se compone el precio[[ de {product}]]',
    'Para acompañar nuestra oferta adjunto media página: las tres cosas que forman el precio y dónde puede ahorrar sin que nadie lo note en la tienda.',
    'También puede compararla con cualquier otra oferta. Si alguna línea no está clara, basta una palabra.',
  ),
  quoteQuestion: spanish(
    'Una pregunta sobre nuestra oferta',
    '¿Me permite preguntarle cómo va nuestra oferta[[ de {product}]]? ¿Qué tendría que ser distinto: el precio, la cantidad, las condiciones, el plazo?',
    'Un no también es una buena respuesta. Entonces cierro el asunto y no vuelvo a preguntar.',
  ),
  orderThanks: spanish(
    'Gracias por su pedido',
    'Gracias por su pedido. Desde ahora lo sigo personalmente. Tendrá noticias mías sin preguntar: cuando llegue el material, cuando empiece la producción, cuando la mercancía esté revisada y cuando salga.',
    'Si algo cambia, lo sabrá el mismo día, sea bueno o malo.',
  ),
  orderArrived: spanish(
    '¿Está todo como lo pidió?',
    'La mercancía ya debería estar con usted. Por favor, mire en algunas cajas: si algo no es como lo pidió, envíeme una foto y me ocupo de ello.',
    'Adjunto imágenes y textos que puede usar para la venta.',
  ),
  quietHello: spanish(
    'Algo útil después de un tiempo',
    'Hace tiempo que no hablamos, así que le envío algo que puede servirle: en la página adjunta está lo que ha cambiado desde entonces en materiales, fletes y normas.',
    'No hace falta que responda. Solo quería que lo tuviera.',
  ),
  quietQuestion: spanish(
    '¿Sigo escribiéndole?',
    'Permítame preguntarle con franqueza: ¿quiere que siga escribiéndole de vez en cuando?',
    'Una palabra basta. Si es no, dejo de hacerlo, y puede volver a escribirme cuando quiera.',
  ),
  reorder: spanish(
    'Plazos para su próxima temporada',
    'Nuestra producción de los próximos meses se va llenando; aquí tiene las fechas antes de que las necesite: la página adjunta muestra hasta cuándo hay que hacer un pedido[[ de {product}]] para que llegue a tiempo cada mes.',
    'No es un recordatorio para comprar. Si ya tiene sus planes, dígame el mes y le guardo un hueco.',
  ),
  review: spanish(
    'Nuestro trimestre en una página',
    'Adjunto nuestro trimestre en una página: lo que entregamos, lo que llegó tarde o no como debía, y lo que hemos cambiado por ello.',
    'Si ve alguno de estos puntos de otra manera, escríbame, por favor. Nos ayuda más que un elogio.',
  ),
  newYear: spanish(
    'Gracias por este año',
    'El año termina y antes quiero darle las gracias: por su tiempo, su confianza y sus palabras francas.',
    'Le deseo a usted, a su familia y a todos en su empresa salud y un buen año nuevo.',
  ),
  shutdown: spanish(
    'Nuestras vacaciones, para que su mercancía llegue a tiempo',
    'Nuestra fábrica cierra durante las fiestas. El calendario adjunto muestra el último día para los pedidos que deben salir antes y el día en que se reanuda la producción.',
    'Antes y después de la pausa todo tarda más, sobre todo el flete. Si algo es urgente, dígamelo ahora y veré qué se puede hacer.',
  ),
  congratulation: spanish(
    '¡Enhorabuena!',
    'Acabo de conocer la buena noticia de su empresa y quería felicitarle enseguida.',
    'No hay nada detrás de esta carta. Me alegro por ustedes y les deseo mucho éxito.',
  ),
  invitation: spanish(
    '¿Nos vemos en {fairName}?',
    'Estaremos en {fairName}[[, en {city}]][[, {fairDays}]][[, stand {booth}]], y me alegraría verle allí.',
    'Si me indica un día que le convenga, le reservo media hora y tendré sobre la mesa lo que le interesa. Si no viene, basta una palabra y le escribiré después.',
  ),
  referral: spanish(
    'Una pregunta que no hago a la ligera',
    'Me alegra que su última entrega haya ido bien. ¿Puedo pedirle un favor?',
    'Si conoce a alguien que busque piezas como las nuestras, ¿nos pondría en contacto? Basta un nombre, o puede reenviar esta carta. Y si no se le ocurre nadie, no pasa nada.',
  ),
}

/** The letters of the trade in French; a no-break space stands before `:`, `;`, `?` and inside guillemets. */
export const FRENCH_TRADE: TradeLetters = {
  enquiryAnswer: french(
    'Votre demande[[ : {product}]]',
    'Merci de votre demande[[ au sujet de « {product} »]]. Je l’ai lue jusqu’au bout et je prépare une vraie réponse : le prix selon la quantité, le délai et les documents pour votre marché. Vous l’aurez sous un jour ouvré.',
    'Deux précisions la rendraient meilleure : la quantité envisagée pour une première commande et le pays où la marchandise sera vendue.',
  ),
  sampleSent: french(
    'Votre échantillon est en route',
    'Votre échantillon[[ (« {product} »)]] est parti. Vous trouverez ci-joint une page : ce que nous contrôlons avant tout départ, et comment faire le même contrôle à votre bureau en dix minutes.',
    'Inutile d’écrire à son arrivée. Je vous poserai la question dans quelques jours.',
  ),
  sampleArrived: french(
    'L’échantillon est-il arrivé ?',
    'L’échantillon[[ (« {product} »)]] devrait être sur votre bureau. Est-il arrivé en bon état ?',
    'Dites-moi franchement ce qui ne vous plaît pas. Ce qui peut être changé, je le change ; pour le reste, je vous le dirai.',
  ),
  quoteHelp: french(
    'Ce qui fait le prix[[ : {product}]]',
    'Pour accompagner notre offre, voici une demi-page : les trois éléments qui font le prix, et où vous pourriez économiser sans que personne le remarque en magasin.',
    'Elle vaut aussi pour toute autre offre. Si une ligne n’est pas claire, un mot suffit.',
  ),
  quoteQuestion: french(
    'Une question sur notre offre',
    'Puis-je vous demander où en est notre offre[[ (« {product} »)]] ? Que faudrait-il changer : le prix, la quantité, les conditions, le délai ?',
    'Un non est aussi une bonne réponse. Je clos alors le dossier et n’en reparle plus.',
  ),
  orderThanks: french(
    'Merci de votre commande',
    'Merci de votre commande. Je la suis désormais en personne. Vous aurez de mes nouvelles sans avoir à demander : à l’arrivée des matières, au début de la production, après le contrôle et au départ.',
    'Si quelque chose change, vous le saurez le jour même, que ce soit bon ou mauvais.',
  ),
  orderArrived: french(
    'Tout est-il conforme à votre commande ?',
    'La marchandise devrait être chez vous. Merci de regarder dans quelques cartons : si quelque chose n’est pas conforme, envoyez-moi une photo et je m’en occupe.',
    'Vous trouverez ci-joint des images et des textes que vous pouvez utiliser pour la vente.',
  ),
  quietHello: french(
    'Quelque chose d’utile, après un long silence',
    'Cela fait un moment que nous n’avons pas échangé. Voici une page qui peut vous servir : ce qui a changé depuis dans les matières, le fret et les règles.',
    'Il n’y a rien à répondre. Je voulais simplement que vous l’ayez.',
  ),
  quietQuestion: french(
    'Dois-je continuer à vous écrire ?',
    'Puis-je vous le demander franchement : dois-je continuer à vous écrire de temps en temps ?',
    'Un mot suffit. Si c’est non, j’arrête, et vous pourrez revenir vers moi à tout moment.',
  ),
  reorder: french(
    'Les délais de votre prochaine saison',
    'Notre carnet se remplit pour les mois à venir. Voici les dates avant que vous en ayez besoin : la page jointe indique jusqu’à quand commander[[ (« {product} »)]] pour une arrivée à temps chaque mois.',
    'Ce n’est pas un rappel pour acheter. Si vos projets sont arrêtés, indiquez-moi le mois et je vous garde une place.',
  ),
  review: french(
    'Notre trimestre en une page',
    'Vous trouverez ci-joint notre trimestre en une page : ce que nous avons livré, ce qui est arrivé en retard ou autrement que prévu, et ce que nous avons changé depuis.',
    'Si vous voyez l’un de ces points autrement, écrivez-moi. Cela nous aide plus que des éloges.',
  ),
  newYear: french(
    'Merci pour cette année',
    'L’année s’achève, et je tiens à vous remercier avant : pour votre temps, votre confiance et votre franchise.',
    'Je vous souhaite, à vous, à votre famille et à toute votre équipe, une bonne santé et une bonne année.',
  ),
  shutdown: french(
    'Nos congés, pour que votre marchandise arrive à temps',
    'Notre usine ferme pendant les fêtes. Le calendrier joint indique le dernier jour pour les commandes qui doivent partir avant, et la reprise de la production.',
    'Avant et après la pause, tout prend plus de temps, surtout le fret. Si quelque chose est urgent, dites-le-moi maintenant et je verrai ce qui est possible.',
  ),
  congratulation: french(
    'Toutes mes félicitations',
    'Je viens d’apprendre la bonne nouvelle et je tenais à vous féliciter tout de suite.',
    'Il n’y a rien derrière cette lettre. Je me réjouis simplement pour vous et vous souhaite beaucoup de succès.',
  ),
  invitation: french(
    'Serez-vous à {fairName} ?',
    'Nous serons à {fairName}[[, à {city}]][[, {fairDays}]][[, stand {booth}]], et je serais heureux de vous y voir.',
    'Si vous me dites un jour qui vous convient, je vous réserve une demi-heure et je préparerai ce qui compte pour vous. Si vous ne venez pas, un mot suffit et je vous écrirai après.',
  ),
  referral: french(
    'Une question que je ne pose pas à la légère',
    'Je me réjouis que votre dernière livraison se soit bien passée. Puis-je vous demander un service ?',
    'Si vous connaissez quelqu’un qui cherche des pièces comme les nôtres, pourriez-vous nous mettre en relation ? Un nom suffit, ou transmettez cette lettre. Et si personne ne vous vient à l’esprit, ce n’est pas grave.',
  ),
}
