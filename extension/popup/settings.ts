// The few settings that the checks need. Each is saved when it is left.

import { ask } from "../background/messages";
import type { Settings } from "../settings/schema";
import { COOLING_OFF, JURISDICTIONS, MAX_FIELD, SITES_WITH_REQUESTS } from "../settings/schema";
import { element } from "../surfaces/dom";
import { word } from "../surfaces/words";
import { part, say } from "./parts";
import { siteName } from "./site-names";

// Only what a check reads is asked for.
const TEXTS = ["displayName", "practice", "contactLine"] as const;
const TICKS = ["checkFiles", "holdWarnings"] as const;

export async function showSettings(): Promise<void> {
  const stored = await ask<"settings-get">({ kind: "settings-get" });
  part("settings-damaged", HTMLParagraphElement).hidden = !stored?.damaged.length;
  const form = part("settings-form", HTMLFormElement);
  form.addEventListener("submit", (event) => event.preventDefault());
  if (!stored) return;
  const { settings } = stored;

  const country = element(
    "select",
    {},
    option("", word("settings_country_none")),
    ...JURISDICTIONS.map((code) => option(code, word(`country_${code}`))),
  );
  country.value = settings.country ?? "";
  country.addEventListener("change", () => save({ country: (country.value || null) as Settings["country"] }));
  form.append(element("label", {}, word("settings_country"), country));

  for (const key of TEXTS) {
    const input = element("input", { attributes: { type: "text", maxlength: String(MAX_FIELD), autocomplete: "off" } });
    input.value = settings[key] ?? "";
    input.addEventListener("change", () => save({ [key]: input.value.trim() || null }));
    const hint = word(`settings_${key}_hint`);
    form.append(
      element(
        "label",
        {},
        word(`settings_${key}`),
        input,
        hint.includes("_") ? null : element("span", { class: "hint", text: hint }),
      ),
    );
  }
  for (const key of TICKS) {
    form.append(tick(key, word(`settings_${key}`), settings[key] ?? false, (on) => save({ [key]: on })));
  }
  form.append(coolingOff(settings.coolingOff), requestSites(settings.requestSites));
}

function tick(name: string, label: string, on: boolean, changed: (on: boolean) => Promise<void>): HTMLLabelElement {
  const box = element("input", { attributes: { type: "checkbox", name } });
  box.checked = on;
  box.addEventListener("change", () => changed(box.checked));
  return element("label", { class: "tick" }, box, element("span", { text: label }));
}

/** How long a heated post waits by itself. */
function coolingOff(stored: Settings["coolingOff"]): HTMLLabelElement {
  const select = element(
    "select",
    { attributes: { name: "coolingOff" } },
    option("", word("settings_coolingOff_none")),
    ...COOLING_OFF.map((minutes) => option(`${minutes}`, word("settings_coolingOff_minutes", `${minutes}`))),
  );
  select.value = `${stored ?? ""}`;
  select.addEventListener("change", () => save({ coolingOff: select.value ? Number(select.value) : null }));
  const hint = element("span", { class: "hint", text: word("settings_coolingOff_hint") });
  return element("label", {}, word("settings_coolingOff"), select, hint);
}

/** One tick for each site on which requests to connect are asked about. */
function requestSites(stored: Settings["requestSites"]): HTMLFieldSetElement {
  const asked = new Set(stored);
  const ticks = SITES_WITH_REQUESTS.map((site) =>
    tick(`requests-${site}`, siteName(site) ?? site, asked.has(site), (on) => {
      if (on) asked.add(site);
      else asked.delete(site);
      return save({ requestSites: [...asked] });
    }),
  );
  return element(
    "fieldset",
    {},
    element("legend", { text: word("settings_requests") }),
    element("p", { class: "hint", text: word("settings_requests_hint") }),
    ...ticks,
  );
}

function option(value: string, text: string): HTMLOptionElement {
  return element("option", { text, attributes: { value } });
}

async function save(changes: Partial<Settings>): Promise<void> {
  const saved = await ask<"settings-set">({ kind: "settings-set", changes });
  say(word(saved ? "settings_saved" : "settings_not_saved"));
}
