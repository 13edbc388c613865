/** Tabs: one of a few views at a time. Arrow keys go round; each panel has the id `panel-<name>`. */

import { useRef } from 'preact/hooks'

export interface TabsProps<Name extends string> {
  readonly label: string
  readonly tabs: readonly { readonly name: Name; readonly label: string }[]
  readonly chosen: Name
  readonly onChoose: (name: Name) => void
}

export function Tabs<Name extends string>({ label, tabs, chosen, onChoose }: TabsProps<Name>) {
  const list = useRef<HTMLDivElement>(null)

  function go(step: number): void {
    const here = tabs.findIndex((tab) => tab.name === chosen)
    const next = tabs[(here + step + tabs.length) % tabs.length]
    if (next === undefined) return
    onChoose(next.name)
    list.current?.querySelector<HTMLElement>(`#tab-${next.name}`)?.focus()
  }

  return (
    <div class="app-tabs" role="tablist" aria-label={label} ref={list}>
      {tabs.map((tab) => (
        <button
          type="button"
          role="tab"
          class="app-tabs__tab"
          id={`tab-${tab.name}`}
          key={tab.name}
          aria-selected={tab.name === chosen}
          aria-controls={`panel-${tab.name}`}
          tabIndex={tab.name === chosen ? 0 : -1}
          onClick={() => onChoose(tab.name)}
          onKeyDown={(event) => {
            const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
            if (step === undefined) return
            event.preventDefault()
            go(step)
          }}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
