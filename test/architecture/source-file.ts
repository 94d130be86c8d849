import { readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import ts from 'typescript';

/**
 * A power is a use of something outside the code, or of a value that differs each time. rules.ts says which
 * files may use which powers.
 */
export type Power = 'sdk' | 'cdk' | 'network' | 'machine' | 'environment' | 'clock' | 'chance';

export interface SourceFile {
  /** The path from the project's root, with slashes. */
  path: string;
  lines: number;
  /** Lines of code outside import statements. Empty lines and comments do not count. */
  linesBesideImports: number;
  /** Paths of the project's files that this file imports, also for types only. */
  imports: string[];
  /** The paths in `imports` that an import or export without `type` names. */
  valueImports: string[];
  powers: { power: Power; where: string }[];
}

/** Packages and built-in modules. A file that imports one of them uses this power. */
const POWERS_OF_PACKAGES: [RegExp, Power][] = [
  [/^@(aws-sdk|aws-lambda-powertools|smithy)\//, 'sdk'],
  [/^(aws-cdk-lib|constructs|cdk-nag)(\/|$)/, 'cdk'],
  [/^(node:(http2?|https|net|tls|dgram|dns)|undici)(\/|$)/, 'network'],
  [/^node:(fs|child_process|worker_threads|os|process|vm|timers)(\/|$)/, 'machine'],
];

/** Names of functions that return a different value each time. */
const CHANCE = new Set(['randomUUID', 'randomBytes', 'randomInt', 'getRandomValues']);

export function readSourceFile(root: string, path: string): SourceFile {
  return parseSource(
    relative(root, join(root, path)).split(sep).join('/'),
    readFileSync(join(root, path), 'utf8'),
  );
}

/** Reads a source text with TypeScript's own parser. */
export function parseSource(path: string, text: string): SourceFile {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const specifiers: string[] = [];
  const valueSpecifiers: string[] = [];
  const powers: SourceFile['powers'] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) specifiers.push(specifier);
    if (specifier !== undefined && !isTypeOnly(node)) valueSpecifiers.push(specifier);
    const used = powerOf(node);
    if (used !== undefined) powers.push({ power: used, where: node.getText(source).slice(0, 40) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  const external = specifiers.filter((specifier) => !specifier.startsWith('.'));
  const filesOf = (from: readonly string[]): string[] =>
    from
      // A JSON file, such as cdk.json, is data and not code.
      .filter((specifier) => specifier.startsWith('.') && !specifier.endsWith('.json'))
      .map((specifier) =>
        normalize(join(dirname(path), specifier))
          .split(sep)
          .join('/'),
      );
  return {
    path,
    lines: text.trimEnd().split('\n').length,
    linesBesideImports: codeLines(source),
    imports: filesOf(specifiers),
    valueImports: filesOf(valueSpecifiers),
    powers: [...powers, ...external.flatMap(powerOfPackage)],
  };
}

/** The module that an import, an export-from, an `import()` or an `import('…')` type names. */
function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return textOf(node.argument.literal);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return textOf(node.arguments[0]);
  }
  return undefined;
}

/** Whether an import or an export-from takes types only, decided by its declaration (`import type`). */
function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return ts.isExportDeclaration(node) ? node.isTypeOnly : ts.isImportTypeNode(node);
}

function textOf(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function powerOfPackage(specifier: string): SourceFile['powers'] {
  const power = POWERS_OF_PACKAGES.find(([pattern]) => pattern.test(specifier))?.[1];
  return power === undefined ? [] : [{ power, where: specifier }];
}

function powerOf(node: ts.Node): Power | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date') {
    return node.arguments === undefined || node.arguments.length === 0 ? 'clock' : undefined;
  }
  if (ts.isImportSpecifier(node) && CHANCE.has((node.propertyName ?? node.name).text)) return 'chance';
  if (ts.isCallExpression(node) && node.expression.getText() === 'fetch') return 'network';
  if (ts.isIdentifier(node) && node.text === 'process') return isWhole(node) ? 'environment' : undefined;
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const member = node.getText().replace(/^globalThis\./, '');
  if (member === 'process.env') return 'environment';
  if (member === 'Date.now') return 'clock';
  return member === 'Math.random' || CHANCE.has(node.name.text) ? 'chance' : undefined;
}

/**
 * Whether `process` is passed on or destructured. It counts as a use of the environment, because a later use of
 * `process.env` would not be noticed.
 */
function isWhole(process: ts.Identifier): boolean {
  const { parent } = process;
  if (ts.isPropertyAccessExpression(parent)) return false;
  return !ts.isImportClause(parent) && !ts.isPropertyAssignment(parent);
}

/** The number of lines with code that is not part of an import statement. */
function codeLines(source: ts.SourceFile): number {
  const lines = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isJSDoc(node)) return;
    if (node.getChildCount(source) === 0 && node.getWidth(source) > 0) {
      const start = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
      const end = source.getLineAndCharacterOfPosition(node.getEnd()).line;
      for (let line = start; line <= end; line++) lines.add(line);
    }
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return lines.size;
}
