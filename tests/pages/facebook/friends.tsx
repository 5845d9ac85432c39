// Friend requests and suggestions, and a banner that has something else confirmed.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import { pageRoot, variant } from "../app/page";
import { takePost } from "../app/submit";
import { DivButton } from "./button";
import "./facebook.css";

const ENGLISH = { confirm: "Confirm", remove: "Delete", add: "Add friend", later: "Not now" };
/** Of most languages the word that adds a friend is on record, and no other. */
const LABELS = {
  en: ENGLISH,
  vi: { confirm: "Xác nhận", remove: "Xóa", add: "Thêm bạn bè", later: "Để sau" },
  ms: { ...ENGLISH, add: "Tambah Rakan" },
  fr: { ...ENGLISH, add: "Ajouter ami(e)" },
  de: { ...ENGLISH, add: "Freund/in hinzufügen" },
  "zh-Hant": { ...ENGLISH, add: "加朋友" },
}[variant("lang", "en", "vi", "ms", "fr", "de", "zh-Hant")];

function Person({ name }: { name: string }) {
  const [done, setDone] = useState("");
  const accept = (event: Event) => takePost(event, "request", "accepted", () => setDone("You are now friends."));
  return (
    <div role="listitem" className="sheet">
      <a href="/ann.lee">{name}</a> <span>{done}</span>
      <div>
        <div className="row">
          {done === "" && <DivButton label={LABELS.confirm} primary onPress={accept} />}
          {done === "" && <DivButton label={LABELS.remove} onPress={() => setDone("Request removed.")} />}
        </div>
      </div>
    </div>
  );
}

function Friends() {
  const pressed = (event: Event) => takePost(event, "request", "sent", () => undefined);
  return (
    <>
      <div className="sheet" data-pagelet="EmailBanner">
        <p>Is this still your address?</p>
        <DivButton
          label={LABELS.confirm}
          onPress={(event) => takePost(event, "banner", "confirmed", () => undefined)}
        />
        <DivButton label={LABELS.later} />
      </div>
      <Person name="Ann Lee" />
      <Person name="Priya Nair" />
      <div className="sheet" data-pagelet="Suggestions">
        <a href="/anton.meyer">Anton Meyer</a> <DivButton label={LABELS.add} onPress={pressed} />
      </div>
    </>
  );
}

createRoot(pageRoot()).render(<Friends />);
