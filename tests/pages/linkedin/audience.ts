// Who can read the post, as LinkedIn's sharebox says it; `none` is the account whose sharebox has no such control.

import { variant } from "../app/page";

const WORDS = { anyone: "Anyone", connections: "Connections only", group: "Rural GPs Network", none: null } as const;

export const AUDIENCE_WORD: string | null = WORDS[variant("audience", "anyone", "connections", "group", "none")];
