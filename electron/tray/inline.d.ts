/** A picture as a data: address, put into the bundle. */
declare module '*.png?inline' {
  const address: string
  export default address
}
