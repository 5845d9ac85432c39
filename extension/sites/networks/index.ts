// All networks beyond the built-in three.

import type { Adapter } from "../site";
import { bluesky } from "./bluesky";
import { instagram } from "./instagram";
import { mastodon } from "./mastodon";
import { messenger } from "./messenger";
import { reddit } from "./reddit";
import { threads } from "./threads";
import { whatsapp } from "./whatsapp";

export const NETWORKS: readonly Adapter[] = [whatsapp, messenger, instagram, reddit, bluesky, threads];

/** Networks whose servers have any name: known by their page. */
export const ANYWHERE: readonly Adapter[] = [mastodon];
