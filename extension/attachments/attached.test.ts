import assert from "node:assert/strict";
import { test } from "node:test";
import { Attached } from "./attached";

const file = (name: string, type: string): File => new File(["bytes"], name, { type });

test("previews without names get those of the files handed on last, in their order", () => {
  const attached = new Attached();
  attached.handedOn([file("old.jpg", "image/jpeg")]);
  attached.handedOn([file("ward.jpg", "image/jpeg"), file("film.mp4", "video/mp4"), file("bay.png", "image/png")]);
  const previews = [
    { kind: "image", name: "" },
    { kind: "video", name: "" },
    { kind: "image", name: "" },
  ] as const;
  assert.deepEqual(
    attached.named(previews).map(({ name }) => name),
    ["ward.jpg", "film.mp4", "bay.png"],
  );
});

test("names that the page shows itself stay, and nothing is named without a file", () => {
  const attached = new Attached();
  assert.deepEqual(attached.named([{ kind: "image", name: "" }]), [{ kind: "image", name: "" }]);
  attached.handedOn([file("ward.jpg", "image/jpeg")]);
  assert.deepEqual(attached.named([{ kind: "image", name: "own.jpg" }]), [{ kind: "image", name: "own.jpg" }]);
  assert.deepEqual(attached.named([]), []);
});
