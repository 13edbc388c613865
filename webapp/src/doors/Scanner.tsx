/** The camera on the screen, with a plain sentence where there is none. */

import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { words } from '../words/en.ts'
import { type Camera, startCamera } from './scanner.ts'

export interface ScannerProps {
  readonly label: string
  readonly onText: (text: string) => void
}

/** Off until asked: a camera that starts by itself frightens. */
export function Scanner({ label, onText }: ScannerProps) {
  const isOn = useSignal(false)
  const isRefused = useSignal(false)
  return (
    <div class="app-stack">
      {isOn.value ? (
        <Live
          onText={onText}
          onRefused={() => {
            isRefused.value = true
            isOn.value = false
          }}
        />
      ) : null}
      {isRefused.value && (
        <Notice kind="care" live>
          {words.doors.cameraRefused}
        </Notice>
      )}
      <Button wide onPress={() => (isOn.value = !isOn.value)}>
        {isOn.value ? words.doors.cardScanStop : label}
      </Button>
    </div>
  )
}

function Live({ onText, onRefused }: { readonly onText: (text: string) => void; readonly onRefused: () => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const tell = useRef(onText)
  tell.current = onText
  useEffect(() => {
    let camera: Camera | null = null
    let left = false
    if (video.current !== null) {
      void startCamera(video.current, (text) => tell.current(text)).then((started) => {
        camera = started
        if (started === 'refused') onRefused()
        else if (left) started.stop()
      })
    }
    return () => {
      left = true
      if (camera !== null && camera !== 'refused') camera.stop()
    }
  }, [])
  return (
    <figure class="app-camera">
      <video ref={video} class="app-camera__picture" muted playsInline aria-label={words.doors.cardScanning} />
      <figcaption class="app-soft">{words.doors.cardScanning}</figcaption>
    </figure>
  )
}
