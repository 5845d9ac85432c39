// What a page is handed: files, and the words that come beside them. In Firefox what the page is to read must be made of its own objects.

interface PageWorld {
  DataTransfer: typeof DataTransfer;
  Object: ObjectConstructor;
}

/** What comes beside the files, by its type. */
export type Words = readonly (readonly [type: string, text: string])[];

export function wordsOf(data: DataTransfer | null): Words {
  const types = ["text/plain", "text/html", "text/uri-list"];
  return types.map((type) => [type, data?.getData(type) ?? ""] as const).filter(([, text]) => text !== "");
}

export function ownTransfer(files: readonly File[], Transfer: typeof DataTransfer = DataTransfer): DataTransfer {
  const transfer = new Transfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

export function pageTransfer(files: readonly File[], words: Words): DataTransfer {
  const transfer = ownTransfer(files, pageWorld()?.DataTransfer);
  for (const [type, text] of words) transfer.setData(type, text);
  return transfer;
}

/** The page's own objects, where scripts of extensions see it through glass (Firefox). */
export function pageWorld(): PageWorld | null {
  return (window as unknown as { wrappedJSObject?: PageWorld }).wrappedJSObject ?? null;
}
