self.onmessage = async ({ data: url }) => {
  try {
    const response = await fetch(url)
    self.postMessage(`status ${response.status}`)
  } catch (error) {
    self.postMessage(`${error}`)
  }
}
