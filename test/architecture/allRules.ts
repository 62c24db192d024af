import { noCycles } from './cycleRule'
import {
  ipcEntersThroughTheGate,
  noCodeFromText,
  noNetworkCode,
  noRawMarkup,
  storageIsNeverCleared,
  windowsComeFromTheFactory,
} from './dangerRules'
import {
  layersPointDown,
  packagesStayInTheirRooms,
  preloadImportsTheContractOnly,
  type Rule,
  windowRoomsKeepApart,
} from './layerRules'
import {
  filesStaySmall,
  namesSayTheSubject,
  noBarrels,
  noDeepRelativeImports,
  noDefaultExports,
} from './shapeRules'

/** Every rule by the sentence it enforces. */
export const allRules: Readonly<Record<string, Rule>> = {
  'layers point down: electron and renderer to shared, shared to its simpler rooms': layersPointDown,
  'rooms of the window keep apart': windowRoomsKeepApart,
  'the preload script imports the contract only': preloadImportsTheContractOnly,
  'packages stay in their rooms': packagesStayInTheirRooms,
  'no file reaches itself, types included': noCycles,
  'no file only re-exports': noBarrels,
  'no import climbs three folders': noDeepRelativeImports,
  'no default exports in the product': noDefaultExports,
  'names say the subject': namesSayTheSubject,
  'files stay below 400 lines': filesStaySmall,
  'calls of the window enter through one gate': ipcEntersThroughTheGate,
  'windows come from one factory': windowsComeFromTheFactory,
  'typed text never becomes markup': noRawMarkup,
  'text never becomes code': noCodeFromText,
  'stored data are never cleared': storageIsNeverCleared,
  'nothing opens a connection': noNetworkCode,
}
