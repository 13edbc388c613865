/** The words of a page, each line by itself: on paper they are read by somebody who knows nothing else of it. */

export function PageWords({ text }: { readonly text: string }) {
  return (
    <div class="app-page__words app-stack app-stack--close">
      {text.split('\n').map((line, at) => (
        <p key={`${at} ${line}`}>{line}</p>
      ))}
    </div>
  )
}
