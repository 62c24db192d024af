const LINE_END = 10

/** Each whole line of a stream as text, without its end. A last line without an end counts too. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let parts: Uint8Array[] = []
  const take = (last: Uint8Array) => {
    const line = parts.length === 0 ? last : Buffer.concat([...parts, last])
    parts = []
    return decoder.decode(line)
  }
  for await (const bytes of stream) {
    let from = 0
    for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, from)) {
      yield take(bytes.subarray(from, end))
      from = end + 1
    }
    if (from < bytes.length) parts.push(bytes.slice(from))
  }
  if (parts.length > 0) yield take(new Uint8Array(0))
}
