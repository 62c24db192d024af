import small from '../../build/icons/16x16.png?inline'
import large from '../../build/icons/32x32.png?inline'

/** As much of Electron's images as the icon needs. */
interface Images<I extends { addRepresentation(options: { scaleFactor: number; dataURL: string }): void }> {
  createFromDataURL(address: string): I
}

/** The app's icon at a size that fits beside the clock, sharp on dense screens as well. */
export function trayImage<
  I extends { addRepresentation(options: { scaleFactor: number; dataURL: string }): void },
>(images: Images<I>): I {
  const image = images.createFromDataURL(small)
  image.addRepresentation({ scaleFactor: 2, dataURL: large })
  return image
}
