import { dayWords } from '../plan/said.ts'
import { words } from '../words/en.ts'

/** The title of a page, and of which day it is: paper does not change with what is kept here. */
export function PageHead({ title }: { readonly title: string }) {
  return (
    <>
      <h3 class="app-page__title">{title}</h3>
      <p class="app-soft">{words.paper.day(dayWords(new Date().toLocaleDateString('en-CA')))}</p>
    </>
  )
}
