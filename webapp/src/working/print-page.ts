/** Nothing but the page that is shown goes to the printer, and nothing on it says what it came from. */

const PRINTS = 'app-prints-page'

export function printPage(): void {
  const page = document.documentElement
  const title = document.title
  page.classList.add(PRINTS)
  document.title = '\u00a0' // browsers print it in the margin
  window.addEventListener(
    'afterprint',
    () => {
      page.classList.remove(PRINTS)
      document.title = title
    },
    { once: true },
  )
  window.print()
}
