/** A QR code from its matrix (true is dark), drawn here so that no SVG string is ever parsed. */

export interface QrSquareProps {
  readonly matrix: readonly (readonly boolean[])[]
  readonly label: string
}

/** Clear space that a camera needs round the code, in modules. */
const QUIET_MODULES = 4

export function QrSquare({ matrix, label }: QrSquareProps) {
  const side = matrix.length + 2 * QUIET_MODULES
  return (
    <svg class="app-qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={outline(matrix)} fill="#000" />
    </svg>
  )
}

/** One path: each run of dark modules in a row is a bar. */
export function outline(matrix: readonly (readonly boolean[])[]): string {
  const bars: string[] = []
  matrix.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue
      const start = x
      while (row[x + 1]) x += 1
      const width = x - start + 1
      bars.push(`M${start + QUIET_MODULES} ${y + QUIET_MODULES}h${width}v1h-${width}z`)
    }
  })
  return bars.join('')
}
