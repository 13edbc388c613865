/** A labelled line or box of text, with its hint and its error joined to it for whoever hears the page. */

import type { Ref, TargetedFocusEvent, TargetedInputEvent, TargetedKeyboardEvent } from 'preact'
import { useId } from 'preact/hooks'

export interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** The label is read out but not drawn: only where the place makes it plain. */
  readonly labelHidden?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly id?: string | undefined
  readonly maxLength?: number | undefined
  readonly autoComplete?: string | undefined
  readonly onBlur?: (() => void) | undefined
}

export interface LineProps extends FieldProps {
  readonly fieldRef?: Ref<HTMLInputElement> | undefined
  readonly type?: 'text' | 'password' | 'date' | 'tel' | undefined
  readonly spellCheck?: boolean | undefined
  readonly capitals?: 'none' | 'words' | 'sentences' | undefined
  readonly enterKey?: 'done' | 'go' | 'next' | undefined
  readonly onEnter?: (() => void) | undefined
}

/** One line. */
export function Field(props: LineProps) {
  const made = useId()
  const id = props.id ?? made
  const { type = 'text' } = props
  const same = {
    class: 'app-field__input',
    id,
    ref: props.fieldRef ?? null,
    value: props.value,
    placeholder: props.placeholder,
    maxlength: props.maxLength,
    autocomplete: props.autoComplete ?? 'off',
    autocapitalize: props.capitals,
    autocorrect: props.spellCheck === false ? 'off' : undefined,
    spellcheck: props.spellCheck,
    enterkeyhint: props.enterKey,
    'aria-describedby': describedBy(props, id),
    'aria-invalid': props.error !== undefined || undefined,
    onInput: ({ currentTarget: input }: TargetedInputEvent<HTMLInputElement>) => {
      if (!isHalfADay(input)) props.onInput(input.value)
    },
    onBlur: ({ currentTarget: input }: TargetedFocusEvent<HTMLInputElement>) => {
      if (isHalfADay(input)) input.value = props.value
      props.onBlur?.()
    },
    onKeyDown: (event: TargetedKeyboardEvent<HTMLInputElement>) => {
      if (event.key !== 'Enter' || event.isComposing || props.onEnter === undefined) return
      event.preventDefault()
      props.onEnter()
    },
  }
  return (
    <div class={frame(props)}>
      <Head {...props} id={id} />
      {type === 'date' && <input {...same} type="date" />}
      {type === 'password' && <input {...same} type="password" />}
      {type === 'tel' && <input {...same} type="tel" />}
      {type === 'text' && <input {...same} type="text" />}
    </div>
  )
}

/** A day of which a part is being written anew: what stood there stays until all of it is there, or nothing. */
function isHalfADay({ type, validity, value }: HTMLInputElement): boolean {
  return type === 'date' && (validity.badInput || /^0/.test(value))
}

export interface AreaProps extends FieldProps {
  readonly fieldRef?: Ref<HTMLTextAreaElement> | undefined
  readonly rows?: number | undefined
}

/** Several lines; grows as it is written in. */
export function TextArea(props: AreaProps) {
  const made = useId()
  const id = props.id ?? made
  return (
    <div class={frame(props)}>
      <Head {...props} id={id} />
      <textarea
        class="app-field__input app-field__input--area"
        id={id}
        ref={props.fieldRef ?? null}
        rows={props.rows ?? 3}
        value={props.value}
        placeholder={props.placeholder}
        maxlength={props.maxLength}
        autocomplete={props.autoComplete ?? 'off'} // else the browser writes the words into its own session files
        aria-describedby={describedBy(props, id)}
        aria-invalid={props.error !== undefined || undefined}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={() => props.onBlur?.()}
      />
    </div>
  )
}

function Head(props: FieldProps & { readonly id: string }) {
  return (
    <>
      <label class={props.labelHidden ? 'app-hidden' : 'app-field__label'} for={props.id}>
        {props.label}
      </label>
      {props.hint !== undefined && (
        <span class="app-field__hint" id={`${props.id}-hint`}>
          {props.hint}
        </span>
      )}
      {props.error !== undefined && (
        <span class="app-field__error" id={`${props.id}-error`}>
          {props.error}
        </span>
      )}
    </>
  )
}

function frame(props: FieldProps): string {
  return props.error === undefined ? 'app-field' : 'app-field app-field--error'
}

function describedBy(props: FieldProps, id: string): string | undefined {
  const parts = [props.hint !== undefined && `${id}-hint`, props.error !== undefined && `${id}-error`].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : undefined
}
