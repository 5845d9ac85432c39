// LinkedIn's words by interface language, from public extensions and recorded pages of 2020 to 2026. Audience words in Spanish,
// French, Chinese and Malay have no public record and read as unknown.

import type { Audience } from "../../contract";

/** Controls that publish in the dialog whose class names say nothing. */
export const PUBLISH = [
  ...["Post", "Schedule", "Save", "Posten", "Veröffentlichen", "Опубликовать", "Julkaise", "Publicera"],
  "Termin für Beitrag festlegen",
] as const;

/** The text of the control that sends a reply to a comment. */
export const REPLY = ["Reply", "Antworten"] as const;

/** The audience's own word, which a longer line may end with ("Post to Anyone", "Auf Alle posten"). */
export const AUDIENCES: readonly (readonly [word: string, audience: Audience])[] = [
  ["Connections only", "connections"],
  ["Conexões", "connections"],
  ["Anyone", "public"],
  ["Alle", "public"],
  ["Todo mundo", "public"],
];

/** How the line of the audience begins when a group follows. */
export const POST_TO = ["Post to "] as const;

/** How the labels of controls that accept or send an invitation begin and end, around a name. */
export const ACCEPT = [["Accept ", "invitation"]] as const;
export const INVITE = [
  ["Invite ", " to connect"],
  ["Zaproś użytkownika ", ""],
] as const;
