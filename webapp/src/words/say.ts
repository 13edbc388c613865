/** Words for a first message to someone: tones to begin from, to be changed until they are one's own. Kith sends nothing. */

export const say = {
  open: 'Say it for me',
  openHint: 'A first message, in your own words. You send it, not Kith.',
  title: (name: string) => `A message to ${name}`,
  lead: 'Choose how it sounds. Then change it until it sounds like you.',

  tone: 'How it sounds',
  tones: {
    warm: {
      label: 'Warm',
      text: (name: string, about: string) =>
        `Hi ${name}, I was thinking of you${about && ` and ${about}`}. How are you? It would be lovely to hear from you.`,
    },
    short: {
      label: 'Short',
      text: (name: string, about: string) => `Hi ${name}, ${about || 'how are things'}? No rush to answer.`,
    },
    shy: {
      label: 'After a long time',
      text: (name: string, about: string) =>
        `Hello ${name}, it has been a while. I hope you are well.${about && ` I wanted to ask about ${about}.`} No need to answer if it is not a good time.`,
    },
    polite: {
      label: 'Polite',
      text: (name: string, about: string) =>
        `Hello ${name}, I hope you do not mind my writing. I would like to ask about ${about || '\u2026'}. Thank you.`,
    },
    light: {
      label: 'Light',
      text: (name: string, about: string) =>
        `Hey ${name}. Guess who${about && `, and guess what: ${about}`}. Fancy a chat some time?`,
    },
  },
  about: 'What is it about?',
  aboutHint: 'The art group, a coffee on Friday, or nothing',
  message: 'Your message',
  ownWords: 'These are your own words now. Another tone begins anew.',
  anew: 'Begin anew in this tone',

  sms: 'Open in messages',
  share: 'Share it',
  copy: 'Copy it',
  copied: 'Copied. Paste it where you write to people.',
  notCopied: 'It could not be copied here. Press on the message for long, and choose Copy.',
  from: 'Messages go from the phone or tablet that you hold, with its number. Nothing goes before you send it there.',
  kept: 'Kith sends nothing, and does not keep this message.',
  noNumber: 'With their number it opens to them. Without, you choose who there.',
} as const

export type Tone = keyof typeof say.tones
