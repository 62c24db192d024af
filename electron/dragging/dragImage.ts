import icon from '../../build/icons/32x32.png?inline'

/** What is seen under the pointer while a file is dragged: the app's icon. macOS takes no empty one. */
export function dragImage<I>(images: { createFromDataURL(address: string): I }): I {
  return images.createFromDataURL(icon)
}
