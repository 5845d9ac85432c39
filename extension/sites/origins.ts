// Origin patterns of permissions: `https://example.org/*`, `https://*.example.org/*`, `https://*/*`.

export function isAmong(patterns: readonly string[], origin: string): boolean {
  return patterns.some((pattern) => matches(pattern.replace(/\/\*$/, ""), origin));
}

function matches(pattern: string, origin: string): boolean {
  if (!pattern.startsWith("https://*")) return pattern === origin;
  const domain = pattern.slice("https://*".length);
  return origin.startsWith("https://") && (origin.endsWith(domain) || origin === `https://${domain.slice(1)}`);
}
