// X's words by interface language (en, ms, zh-Hans, zh-Hant, es, fr, de, pt), from the web client's own translations of July 2025.

/** Names the control with which an author of communities or subscriptions chooses the audience. */
export const CHOOSE_AUDIENCE = [
  "Choose audience",
  "Pilih khalayak",
  "选择受众",
  "選擇受眾",
  "Elegir audiencia",
  "Choisissez une audience",
  "Zielgruppe wählen",
  "Selecione a audiência",
] as const;

/** The audience of paying followers. Recorded in English only; any other choice is public. */
export const SUBSCRIBERS = ["Subscribers"] as const;

/** The text of the submit control when the composer answers a post. */
export const REPLY = ["Reply", "Balas", "回复", "回覆", "Responder", "Répondre", "Antworten"] as const;

/** What a picture goes by that has no description yet. Recorded in English only; elsewhere that one word is read as its description. */
export const UNDESCRIBED = ["Media", "Image"] as const;

/** Accepts somebody who asks to follow a protected account. */
export const ACCEPT = ["Accept", "Terima", "接受", "Aceptar", "Accepter", "Akzeptieren", "Aceitar"] as const;
