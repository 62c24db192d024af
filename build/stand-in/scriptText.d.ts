/** A TypeScript module bundled to the text of one self-contained script; see vite.config.ts. */
declare module '*?script' {
  const source: string
  export default source
}
