// Whether a text is written in letters that the checker knows no words in.

/** Fewer letters are a name or a greeting. */
const LEAST_LETTERS = 6;
const LETTERS = /\p{L}/gu;
const LATIN = /\p{Script=Latin}/gu;

/** Whether most letters of a text are not Latin. Only numbers and their like are found in what else is written. */
export function isInAnotherScript(text: string): boolean {
  const letters = text.match(LETTERS)?.length ?? 0;
  const others = letters - (text.match(LATIN)?.length ?? 0);
  return others >= LEAST_LETTERS && others * 2 > letters;
}
