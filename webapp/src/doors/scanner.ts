/** Reads a square with the camera: the browser's own reader where there is one, else jsQR, loaded only then. */

const LOOK_EVERY_MS = 200

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}

type DetectorClass = new (options: { formats: string[] }) => Detector

export type Camera = { readonly stop: () => void } | 'refused'

/** Shows the camera in `video` and calls `found` with each text read, until stopped. Never throws. */
export async function startCamera(video: HTMLVideoElement, found: (text: string) => void): Promise<Camera> {
  const stream = await openCamera()
  if (stream === null) return 'refused'
  let running = true
  const stop = () => {
    running = false
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
  video.srcObject = stream
  const read = await reader()
  const look = async (): Promise<void> => {
    if (!running) return
    const text = video.readyState >= video.HAVE_CURRENT_DATA ? await read(video) : null
    if (running && text !== null) found(text)
    if (running) setTimeout(() => void look(), LOOK_EVERY_MS)
  }
  video.play().then(
    () => void look(),
    () => stop(), // the sheet was closed before the camera had started
  )
  return { stop }
}

async function openCamera(): Promise<MediaStream | null> {
  if (navigator.mediaDevices?.getUserMedia === undefined) return null
  return navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).catch(() => null)
}

async function reader(): Promise<(video: HTMLVideoElement) => Promise<string | null>> {
  const native = nativeReader()
  if (native !== null) return native
  const { default: jsQr } = await import('jsqr')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return async (video) => {
    if (context === null || video.videoWidth === 0) return null
    canvas.width = video.videoWidth
    canvas.height = video.videoHeight
    context.drawImage(video, 0, 0)
    const picture = context.getImageData(0, 0, canvas.width, canvas.height)
    return jsQr(picture.data, picture.width, picture.height)?.data ?? null
  }
}

function nativeReader(): ((video: HTMLVideoElement) => Promise<string | null>) | null {
  const found: unknown = Reflect.get(window, 'BarcodeDetector')
  if (typeof found !== 'function') return null
  const detector = new (found as DetectorClass)({ formats: ['qr_code'] })
  return async (video) => {
    const codes = await detector.detect(video).catch(() => [])
    return codes[0]?.rawValue ?? null
  }
}
