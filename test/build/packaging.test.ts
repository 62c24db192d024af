import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { APP_ID, BACKUP_SUFFIX, LINK_SCHEME } from '#shared/identity'
import { knownFuses, ROOT, readPackagerConfig } from './packagerConfig'

const config = readPackagerConfig()

test('the identity of the installed app is the frozen one', () => {
  expect(config).toMatchObject({ appId: APP_ID, productName: 'Orchard' })
})

test('every fuse that there is, is set, and to this', () => {
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    enableCookieEncryption: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    resetAdHocDarwinSignature: true,
  })
  expect(Object.keys(config.electronFuses).sort()).toEqual(knownFuses().sort())
})

test('the package holds the three bundles and nothing else, in one archive', () => {
  expect(config.files).toEqual([
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'package.json',
    '!**/*.map',
  ])
  expect(config).toMatchObject({ asar: true, publish: null })
  for (const loophole of ['asarUnpack', 'extraFiles', 'extraResources', 'afterPack', 'beforeBuild']) {
    expect(config).not.toHaveProperty(loophole)
  }
})

test('links of one scheme and our own backups open here; tables stay with whatever opens them now', () => {
  expect(config).toMatchObject({
    protocols: [{ schemes: [LINK_SCHEME] }],
    fileAssociations: [{ ext: BACKUP_SUFFIX.slice(1) }],
    mac: { fileAssociations: [{ ext: ['csv', 'xlsx', 'vcf'], role: 'Viewer', rank: 'Alternate' }] },
  })
  expect(config).not.toHaveProperty('win.fileAssociations')
})

test('every system gets its installers', () => {
  expect(config).toMatchObject({
    mac: { target: ['dmg', 'zip'], hardenedRuntime: true },
    win: { target: ['nsis', 'portable'] },
    linux: { target: ['AppImage', 'deb'] },
  })
})

test('uninstalling leaves the notebook where it is', () => {
  expect(config).toMatchObject({ nsis: { deleteAppDataOnUninstall: false } })
})

test('the app asks the Mac for machine code and for nothing else', () => {
  for (const name of ['entitlements.mac.plist', 'entitlements.mac.inherit.plist']) {
    const text = readFileSync(path.join(ROOT, 'build', name), 'utf8')
    expect([...text.matchAll(/<key>(.*?)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ])
  }
})

test('the icons that the configuration names are there', () => {
  for (const icon of ['icon.icns', 'icon.ico', '256x256.png', '512x512.png']) {
    expect(existsSync(path.join(ROOT, 'build/icons', icon))).toBe(true)
  }
})
