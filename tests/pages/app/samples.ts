// The sample texts to try, shown beside a page that was opened from the index (`?samples`). A click puts one into the composer.

import samples from "../samples.json";

export interface Sample {
  title: string;
  text: string;
}

export const SAMPLES: readonly Sample[] = samples;

if (new URLSearchParams(location.search).has("samples")) showSamples();

function showSamples(): void {
  const panel = document.createElement("aside");
  panel.className = "samples";
  const heading = document.createElement("h2");
  heading.textContent = "Texts to try";
  const hint = document.createElement("p");
  hint.textContent = "Open the composer, then choose one. Invented people, invented numbers.";
  panel.append(heading, hint);
  for (const sample of SAMPLES) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sample.title;
    button.title = sample.text;
    // The composer keeps its focus: the text arrives as if it had been typed there.
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", () => fill(sample.text));
    panel.append(button);
  }
  const back = document.createElement("a");
  back.href = "https://doctors.example/";
  back.textContent = "All composers";
  panel.append(back);
  document.body.append(panel);
}

function fill(text: string): void {
  const editors = [...window.__editors];
  const editor = editors.find((candidate) => candidate.root.matches(":focus")) ?? editors.at(-1);
  if (!editor) return;
  editor.root.focus();
  editor.set(text);
}
