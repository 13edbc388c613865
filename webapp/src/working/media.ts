/** Whether the screen is like this now; the answer changes with it. */

import { useEffect, useState } from 'preact/hooks'

export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches)
  useEffect(() => {
    const media = window.matchMedia(query)
    const show = () => setMatches(media.matches)
    show()
    media.addEventListener('change', show)
    return () => media.removeEventListener('change', show)
  }, [query])
  return matches
}
