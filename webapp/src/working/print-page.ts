/** Nothing but the page that is shown goes to the printer, and nothing on it says what it came from. */

const PRINTS = 'app-prints-page'
const WAY = 'app-prints-way'

export function printPage(): void {
  const page = document.documentElement
  const title = document.title
  page.classList.add(PRINTS)
  const way = waysTo(page.querySelectorAll('.app-page'))
  for (const part of way) part.classList.add(WAY)
  document.title = '\u00a0' // browsers print it in the margin
  window.addEventListener(
    'afterprint',
    () => {
      page.classList.remove(PRINTS)
      for (const part of way) part.classList.remove(WAY)
      document.title = title
    },
    { once: true },
  )
  window.print()
}

/** What they lie in, up to the whole. */
function waysTo(pages: Iterable<Element>): ReadonlySet<Element> {
  const way = new Set<Element>()
  for (const page of pages) {
    for (let part = page.parentElement; part !== null; part = part.parentElement) way.add(part)
  }
  return way
}
