import { type Culture, spelled } from './culture'

const ENGLISH_WOMEN = spelled('Hannah|Grace|Olivia|Megan|Claire|Naomi|Rachel|Audrey|Paige|Tessa|Joanna|Beth')
const ENGLISH_MEN = spelled('Daniel|Owen|Marcus|Peter|Simon|Victor|Nathan|Colin|Adam|Russell|Ian|Toby')
const ENGLISH_FAMILIES = spelled(
  'Whitlock|Farrow|Barlowe|Pembrook|Ashdown|Merriweather|Holloway|Kestrel|Langford|Tillman|Draycott|Winslow',
)

/** English, German, French and Spanish speaking countries of the sample. */
export const WESTERN: readonly Culture[] = [
  {
    country: 'US',
    zone: 'America/New_York',
    language: 'en',
    currency: 'USD',
    weight: 16,
    cities: spelled('Portland|Hudson Falls|Charleston|Grand Rapids|Asheville|Providence|Savannah|Duluth'),
    women: ENGLISH_WOMEN,
    men: ENGLISH_MEN,
    families: ENGLISH_FAMILIES,
    joiner: ' ',
    stems: spelled(
      'Juniper & Oak|Northfield|Maple Harbor|Stillwater|Red Barn|Copperline|Bluestem|Hearth & Reed|Saltmarsh|Fernhill|Twin Rivers|Goldfinch|Larkspur|Prairie Table|Old Mill|Cedar Lane|Wildrye|Foxglove|Tidewater|Lantern Street',
    ),
    trades: spelled(
      'Home|Kitchen Supply|Tableware|Trading|Housewares|Gift|Imports|Hospitality|Provisions|Living',
    ),
    forms: spelled('LLC|Inc.|Co.|Group'),
    phone: ['+1 202 555 ', 100, 199, 4],
    reach: ['email', 'phone', 'linkedin', 'whatsapp'],
  },
  {
    country: 'GB',
    zone: 'Europe/London',
    language: 'en',
    currency: 'GBP',
    weight: 7,
    cities: spelled('Bristol|Leeds|Norwich|Sheffield|Bath|Aberdeen|Stoke-on-Trent|Exeter'),
    women: ENGLISH_WOMEN,
    men: ENGLISH_MEN,
    families: ENGLISH_FAMILIES,
    joiner: ' ',
    stems: spelled(
      'Wren & Thistle|Harrowgate|Penny Lane|Ashcombe|Moorland|Teasel|Dovecote|Kingsway|Bramble|Oakham|Silverdale|Fennel & Rye|Copper Kettle|Greenwich Row|Hedgerow|Seabrook|Marlowe|Upper Mill|Linden|Foxcote',
    ),
    trades: spelled(
      'Homeware|Tableware|Imports|Trading|Catering Supplies|Gifts|Interiors|Kitchen|Wholesale|Merchants',
    ),
    forms: spelled('Ltd|Limited|LLP|& Sons Ltd'),
    phone: ['+44 7700 900', 0, 999, 3],
    reach: ['email', 'whatsapp', 'linkedin', 'phone'],
  },
  {
    country: 'DE',
    zone: 'Europe/Berlin',
    language: 'de',
    currency: 'EUR',
    weight: 9,
    cities: spelled('Hamburg|Köln=Koeln|Nürnberg=Nuernberg|Leipzig|Münster=Muenster|Bremen|Kassel|Freiburg'),
    women: spelled('Annika|Sabine|Katharina|Ulrike|Johanna|Miriam|Svenja|Petra|Lena|Heike'),
    men: spelled('Jürgen=Juergen|Matthias|Holger|Tobias|Rüdiger=Ruediger|Felix|Stefan|Andreas|Malte|Dirk'),
    families: spelled(
      'Brüggemann=Brueggemann|Tannhoff|Lindemann|Achterberg|Kühnel=Kuehnel|Osterfeld|Weidling|Rathke|Steinbach|Vossberg',
    ),
    joiner: ' ',
    stems: spelled(
      'Tischkultur Nord|Achterdeck|Brüggemann=Brueggemann|Waldglück=Waldglueck|Holzfein|Kronenhof|Elbkontor|Feinwerk|Grünkorn=Gruenkorn|Heimgut|Lindenhof|Morgenrot|Nordlicht|Rosengarten|Steingut Süd=Steingut Sued|Talblick|Werkstatt 9|Ziegelhof|Bambusart|Küchenfreund=Kuechenfreund',
    ),
    trades: spelled(
      'Handels|Haushaltswaren|Import|Tischwaren|Gastrobedarf|Geschenke|Vertriebs|Wohnkultur|Großhandels=Grosshandels|Keramik',
    ),
    forms: spelled('GmbH|GmbH & Co. KG|AG|KG'),
    phone: ['+49 30 23125 ', 0, 999, 3],
    reach: ['email', 'phone', 'linkedin', 'whatsapp'],
  },
  {
    country: 'FR',
    zone: 'Europe/Paris',
    language: 'fr',
    currency: 'EUR',
    weight: 6,
    cities: spelled('Lyon|Nantes|Lille|Limoges|Bordeaux|Rennes|Dijon|Montpellier'),
    women: spelled(
      'Élodie=Elodie|Camille|Sylvie|Aurélie=Aurelie|Margaux|Hélène=Helene|Nathalie|Solène=Solene',
    ),
    men: spelled('Benoît=Benoit|Thierry|Julien|Étienne=Etienne|Laurent|Guillaume|Rémi=Remi|Olivier'),
    families: spelled(
      'Marchandier|Delorme|Vautrin|Beaufils|Roussel|Castagne|Lemoine|Préaux=Preaux|Garnault|Tisserand',
    ),
    joiner: ' ',
    stems: spelled(
      'La Table Claire|Maison Vautrin|Bois & Terre|L’Atelier du Midi=Atelier du Midi|Côté Cuisine=Cote Cuisine|Belle Rive|Les Deux Moulins|Clair de Grès=Clair de Gres|Terre Fine|Le Petit Four|Val d’Or=Val d Or|Mistral|Jardin Bleu|Grand Large|Vieux Port|Fleur de Sel|Pierre Blanche|Au Bon Bol|Canopée=Canopee|Rive Gauche',
    ),
    trades: spelled(
      'Distribution|Arts de la Table|Import|Négoce=Negoce|Décoration=Decoration|Hôtellerie=Hotellerie|Cadeaux|Maison|Diffusion|Comptoir',
    ),
    forms: spelled('SARL|SAS|SA|EURL'),
    phone: ['+33 1 99 00 ', 0, 9999, 4],
    reach: ['email', 'linkedin', 'phone', 'whatsapp'],
  },
  {
    country: 'ES',
    zone: 'Europe/Madrid',
    language: 'es',
    currency: 'EUR',
    weight: 5,
    cities: spelled('Valencia|Sevilla|Bilbao|Zaragoza|Málaga=Malaga|Girona|Vigo|Talavera'),
    women: spelled('Inés=Ines|Nuria|Beatriz|Rocío=Rocio|Marta|Lucía=Lucia|Amparo|Pilar'),
    men: spelled('Álvaro=Alvaro|Ignacio|Rubén=Ruben|Gonzalo|Íñigo=Inigo|Joaquín=Joaquin|Sergio|Tomás=Tomas'),
    families: spelled(
      'Muñoz Rey=Munoz Rey|Arrieta|Solana|Quiroga|Belmonte|Castañeda=Castaneda|Ibáñez=Ibanez|Peñalver=Penalver|Robledo|Lozano',
    ),
    joiner: ' ',
    stems: spelled(
      'Casa Solana|La Vajilla Azul|Mesa Puesta|Barro Vivo|El Olivar|Puerta del Mar|Alfar|Buen Provecho|Sierra Clara|Hogar Ibérico=Hogar Iberico|Dos Hermanas|Azahar|Tierra y Fuego|La Despensa|Río Verde=Rio Verde|Cerámica Luz=Ceramica Luz|Mar de Fondo|Bambú Bonito=Bambu Bonito|Nueva Mesa|Patio Andaluz',
    ),
    trades: spelled(
      'Importaciones|Menaje|Hostelería=Hosteleria|Comercial|Regalos|Decoración=Decoracion|Distribuciones|Hogar|Mayoristas|Cocina',
    ),
    forms: spelled('S.L.|S.A.|S.L.U.|y Cía.=y Cia.'),
    phone: ['+34 600 000 ', 0, 999, 3],
    reach: ['whatsapp', 'email', 'phone', 'linkedin'],
  },
  {
    country: 'MX',
    zone: 'America/Mexico_City',
    language: 'es',
    currency: 'USD',
    weight: 5,
    cities: spelled('Guadalajara|Puebla|Monterrey|Querétaro=Queretaro|Mérida=Merida|León=Leon'),
    women: spelled('Ximena|Fernanda|Guadalupe|Daniela|Mónica=Monica|Itzel|Paola|Renata'),
    men: spelled('Rodrigo|Emiliano|Héctor=Hector|Raúl=Raul|Óscar=Oscar|Mauricio|Arturo|Gerardo'),
    families: spelled(
      'Villaseñor=Villasenor|Cárdenas=Cardenas|Ocampo|Zavala|Treviño=Trevino|Bautista|Montes|Nájera=Najera',
    ),
    joiner: ' ',
    stems: spelled(
      'La Cazuela|Talavera Nueva|Casa Nopal|Mesa y Mantel|El Comal|Sol de Puebla|Barro Rojo|Tres Volcanes|Jacaranda|Copal|Agave Azul|Xochitl|La Alacena|Mercado Viejo|Cielo Alto|Huipil|Luna de Plata|Tianguis|Milpa|Obsidiana',
    ),
    trades: spelled(
      'Importadora|Comercializadora|Hogar|Menaje|Hotelera|Regalos|Distribuidora|Cocina|Mayoreo|Vajillas',
    ),
    forms: spelled('S.A. de C.V.|S. de R.L.|S.A.P.I.|y Asociados'),
    phone: ['+52 55 0000 ', 0, 9999, 4],
    reach: ['whatsapp', 'email', 'phone'],
  },
]
