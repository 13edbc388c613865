/** Two equal wheels that overlap: the sign of the two people. Own drawing; told apart by their pattern as well as by colour. */

export function Wheels() {
  return (
    <svg class="app-door__wheels" viewBox="26 8 148 104" aria-hidden="true">
      <circle cx="78" cy="60" r="46" fill="var(--green-wash)" stroke="var(--green)" stroke-width="4" />
      <circle
        cx="122"
        cy="60"
        r="46"
        fill="var(--blue-wash)"
        fill-opacity="0.75"
        stroke="var(--blue)"
        stroke-width="4"
      />
      <path
        d="M100 20a46 46 0 0 1 0 80a46 46 0 0 1 0-80z"
        fill="var(--both-wash)"
        stroke="var(--both)"
        stroke-width="2"
      />
      <circle cx="78" cy="60" r="33" fill="none" stroke="var(--green)" stroke-width="2" stroke-dasharray="2 7" />
      <circle cx="122" cy="60" r="33" fill="none" stroke="var(--blue)" stroke-width="2" stroke-dasharray="10 6" />
    </svg>
  )
}
