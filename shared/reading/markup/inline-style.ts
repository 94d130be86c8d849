/** CSS declarations: values by property, in lower case, without `!important`. */
export type Declarations = ReadonlyMap<string, string>;

/** At most this many characters of one `style` attribute, and of one `style` element, are read. */
const LONGEST_STYLE = 4000;
const LONGEST_SHEET = 100_000;
const NONE: Declarations = new Map();

/** The declarations of a `style` attribute (CSS Syntax). What is not a declaration is ignored. */
export function declarationsOf(style: string | undefined): Declarations {
  if (style === undefined || style === '') return NONE;
  const found = new Map<string, string>();
  const important = new Set<string>();
  for (const part of withoutComments(style.slice(0, LONGEST_STYLE)).split(';')) {
    const colon = part.indexOf(':');
    if (colon === -1) continue;
    const property = part.slice(0, colon).trim().toLowerCase();
    const written = part
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const mark = written.lastIndexOf('!');
    const isImportant = mark !== -1 && written.slice(mark + 1).trim() === 'important';
    if (important.has(property) && !isImportant) continue;
    if (isImportant) important.add(property);
    found.set(property, isImportant ? written.slice(0, mark).trim() : written);
  }
  return found;
}

function withoutComments(css: string): string {
  if (!css.includes('/*')) return css;
  return css
    .split('/*')
    .map((part, at) =>
      at === 0 ? part : part.slice(part.includes('*/') ? part.indexOf('*/') + 2 : part.length),
    )
    .join('');
}

/**
 * The declarations of a style sheet by class (`.x`) and by id (`#x`). Only rules whose selector is a single class or
 * id, with or without an element name before it, are read. Rules inside `@media` and other at-rules are left out,
 * because they do not always apply.
 */
export function rulesOf(sheet: string): Map<string, Declarations> {
  const rules = new Map<string, Declarations>();
  let depth = 0;
  let selectors = '';
  let inAtRule = false;
  let from = 0;
  const css = withoutComments(sheet.slice(0, LONGEST_SHEET));
  for (const match of css.matchAll(/[{}]/g)) {
    const text = css.slice(from, match.index);
    from = match.index + 1;
    if (match[0] === '{') {
      if (depth++ > 0) continue;
      selectors = text.slice(text.lastIndexOf(';') + 1).trim();
      inAtRule = selectors.startsWith('@');
    } else if (depth > 0 && --depth === 0 && !inAtRule) {
      for (const selector of selectors.split(',')) {
        const key = /^(?:[a-z][a-z\d]*)?([.#][\w-]+)$/i.exec(selector.trim().slice(0, 100))?.[1];
        if (key !== undefined)
          rules.set(key, new Map([...(rules.get(key) ?? NONE), ...declarationsOf(text)]));
      }
    }
  }
  return rules;
}

/** The declarations for an element, from its `style` attribute and from the rules for its classes and its id. */
export function styleOf(
  attribs: Readonly<Record<string, string>>,
  rules: ReadonlyMap<string, Declarations>,
): Declarations {
  const own = declarationsOf(attribs['style']);
  if (rules.size === 0) return own;
  const classes = (attribs['class'] ?? '').slice(0, LONGEST_STYLE).split(/\s+/).slice(0, 40);
  const matched = [...classes.map((name) => `.${name}`), `#${attribs['id'] ?? ''}`].flatMap(
    (key) => rules.get(key) ?? [],
  );
  return matched.length === 0 ? own : new Map([...matched, own].flatMap((declarations) => [...declarations]));
}
