'use strict'
const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('fixture', {
  version: 'one',
  list: [1, { two: 2 }],
  bytes: new Uint8Array([1, 2, 3]),
  echo: (...args) => ipcRenderer.invoke('echo', ...args),
  sender: () => ipcRenderer.invoke('sender'),
  fail: () => ipcRenderer.invoke('fail'),
  unclonable: () => ipcRenderer.invoke('unclonable'),
  missing: () => ipcRenderer.invoke('missing'),
  note: (...args) => ipcRenderer.send('note', ...args),
  add: (one, other) => one + other,
  throwing: () => {
    throw new RangeError('out of range')
  },
  callBack: (callback) => callback(20) + 1,
  onPush: (callback) => {
    const listener = (_event, ...args) => callback(...args)
    ipcRenderer.on('push', listener)
    return () => ipcRenderer.removeListener('push', listener)
  },
  preloadScope: () => ({
    process: typeof process,
    require: typeof require,
    modules: ['fs', 'child_process', 'net'].map((name) => {
      try {
        return typeof require(name)
      } catch (error) {
        return error.message
      }
    }),
    binding: Object.getOwnPropertyNames(globalThis).filter((name) => /stand/i.test(name)),
  }),
})
