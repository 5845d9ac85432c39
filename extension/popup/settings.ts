// The few settings that the checks need. Each is saved when it is left.

import { ask } from "../background/messages";
import type { Settings } from "../settings/schema";
import { JURISDICTIONS, MAX_FIELD } from "../settings/schema";
import { element } from "../surfaces/dom";
import { word } from "../surfaces/words";
import { part, say } from "./parts";

// Only what a check reads is asked for: not the role, the employer or whether the name is shown, though the profile has room for them.
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
    const box = element("input", { attributes: { type: "checkbox" } });
    box.checked = settings[key] ?? false;
    box.addEventListener("change", () => save({ [key]: box.checked }));
    form.append(element("label", { class: "tick" }, box, element("span", { text: word(`settings_${key}`) })));
  }
}

function option(value: string, text: string): HTMLOptionElement {
  return element("option", { text, attributes: { value } });
}

async function save(changes: Partial<Settings>): Promise<void> {
  const saved = await ask<"settings-set">({ kind: "settings-set", changes });
  say(word(saved ? "settings_saved" : "settings_not_saved"));
}
