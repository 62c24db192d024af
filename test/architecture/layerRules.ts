import { importGraph } from './imports'
import { PACKAGE_ROOMS, WITHOUT_NODE } from './packageRooms'
import {
  ELECTRON_PLACES,
  FEATURE_EDGES,
  FOUNDATION_EDGES,
  FRAME,
  PRELOAD_IMPORTS,
  SHARED_ROOMS,
  WINDOW_FOUNDATIONS,
} from './rooms'
import { isWithin, type SourceTree } from './sourceTree'

/** Every rule gives one line a fault, `file:line what is wrong`; an empty list is what is wanted. */
export type Rule = (tree: SourceTree) => string[]

/** Product code never imports tests or tooling; `electron` and `renderer` meet only in `shared`. */
export const layersPointDown: Rule = (tree) => [...new Set(layerFaults(tree))]

const layerFaults: Rule = (tree) =>
  importGraph(tree).files.flatMap(({ from, to, line }) => {
    const [layer, target] = [layerOf(from), layerOf(to)]
    if (layer === 'test' || layer === target || target === 'shared') {
      return layer === 'shared' ? sharedFault(from, to, line) : []
    }
    // Tooling may run the product's own code: `npm run inspect` is the importer itself, a benchmark measures the index.
    if (layer === 'build' && (target === 'electron' || target === 'renderer')) return []
    return [`${from}:${line} ${layer} must not import ${to}`]
  })

function sharedFault(from: string, to: string, line: number): string[] {
  if (layerOf(to) !== 'shared') return [`${from}:${line} shared must not import ${to}`]
  const [above, below] = [sharedRoom(from), sharedRoom(to)]
  const homeless = [above, below].find((room) => !SHARED_ROOMS.includes(room))
  if (homeless !== undefined) return [`shared/${homeless} has no place in rooms.ts`]
  if (SHARED_ROOMS.indexOf(below) <= SHARED_ROOMS.indexOf(above)) return []
  return [`${from}:${line} shared/${above} must not import upwards from shared/${below}`]
}

/** In the window, foundations know no feature and features know each other only by a declared edge. */
export const windowRoomsKeepApart: Rule = (tree) =>
  importGraph(tree).files.flatMap(({ from, to, line }) => {
    const [room, target] = [windowRoom(from), windowRoom(to)]
    if (room === undefined || target === undefined || room === target || room === FRAME) return []
    const foundation = FOUNDATION_EDGES[room]
    const allowed = foundation ?? [...WINDOW_FOUNDATIONS, ...(FEATURE_EDGES[room] ?? [])]
    const inside = to.replace(/^renderer\//, '').replace(/\.tsx?$/, '')
    return allowed.some((place) => isWithin(inside, place))
      ? []
      : [`${from}:${line} renderer/${room} must not import ${to}`]
  })

/** The preload script imports the contract only: whatever else it took in would run beside the page. */
export const preloadImportsTheContractOnly: Rule = (tree) =>
  importGraph(tree).files.flatMap(({ from, to, line }) =>
    from === 'electron/preload.ts' && !PRELOAD_IMPORTS.includes(to)
      ? [`${from}:${line} must not import ${to}`]
      : [],
  )

/** Packages of others, and Electron and Node, stay in the rooms that need them. */
export const packagesStayInTheirRooms: Rule = (tree) =>
  importGraph(tree).packages.flatMap(({ from, name, line }) => {
    if (layerOf(from) === 'test') return []
    const places = placesOf(name, from)
    if (places === undefined) return [`${from}:${line} ${name} has no row in packageRooms.ts`]
    return places.some((place) => isWithin(from, place)) ? [] : [`${from}:${line} must not import ${name}`]
  })

function placesOf(name: string, from: string): readonly string[] | undefined {
  if (name === 'electron') return ELECTRON_PLACES
  if (name.startsWith('node:')) return WITHOUT_NODE.some((place) => isWithin(from, place)) ? [] : [from]
  return PACKAGE_ROOMS[name]
}

function layerOf(file: string): string {
  return file.split('/')[0] ?? ''
}

function sharedRoom(file: string): string {
  return (file.split('/')[1] ?? '').replace(/\.ts$/, '')
}

/** The room of a window's file; undefined for the entry that wires them all, and for files elsewhere. */
function windowRoom(file: string): string | undefined {
  const parts = file.split('/')
  return parts[0] === 'renderer' && parts.length > 2 ? parts[1] : undefined
}
