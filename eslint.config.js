import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Only some folders may read the environment and the clock. test/architecture checks the whole layout. */
const ENVIRONMENT = {
  object: 'process',
  property: 'env',
  message: 'Only shared/aws/config.ts reads the environment. Pass the value as an argument.',
};
const CLOCK = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Handlers read the clock. Take `now` as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Handlers read the clock. Take `now` as an argument.',
  },
];

const TERMINAL = ['stdout', 'stderr'].map((property) => ({
  object: 'process',
  property,
  message: 'Only cli/output.ts writes to the terminal. Print with its functions.',
}));

/** Syntax that is not in the feature list of cloudfront-js-2.0. CloudFront may refuse a function that uses it. */
const NOT_AT_THE_EDGE = [
  'ForOfStatement',
  'SpreadElement',
  'ObjectPattern',
  'ArrayPattern',
  'AssignmentPattern',
  'ChainExpression',
  'ClassDeclaration',
  'Property[shorthand=true]',
  'Property[computed=true]',
  'CatchClause[param=null]',
  "LogicalExpression[operator='??']",
  'ArrowFunctionExpression[async=true]',
  'CallExpression > AwaitExpression.arguments',
  ':function[generator=true]',
].map((selector) => ({
  selector,
  message: 'The feature list of cloudfront-js-2.0 does not have this syntax.',
}));

export default defineConfig(
  { ignores: ['**/node_modules/', '**/cdk.out/', 'dist/', 'out/', 'coverage/', '.wiredesk/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'infra/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-control-regex': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // The code spreads a string to count its code points, which the rule forbids by default.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `||` also replaces an empty string, which is often intended.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // Stores and services are plain objects. Their methods do not use `this`.
      '@typescript-eslint/unbound-method': 'off',
      // `async` without `await` turns an exception into a rejection, as callers of a promise expect.
      '@typescript-eslint/require-await': 'off',
      // AWS's types contain `SomeAnswer | void`.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // `x === null || x.y !== z` is clearer than the optional chain.
      '@typescript-eslint/prefer-optional-chain': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // The rule recommends `!`, which no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
    },
  },
  {
    // The type of `expect.any(…)` is `any`.
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    // Text of strangers must not reach a terminal as it is. cli/output.ts makes each line visible.
    files: ['cli/**/*.ts'],
    ignores: ['cli/output.ts'],
    rules: { 'no-console': 'error', 'no-restricted-properties': ['error', ...TERMINAL] },
  },
  {
    files: ['local/**/*.ts'],
    rules: { 'no-console': 'error', 'no-restricted-properties': ['error', ...TERMINAL] },
  },
  {
    files: ['shared/**/*.ts', 'functions/**/*.ts', 'infra/**/*.ts'],
    ignores: ['**/handler.ts'],
    rules: { 'no-restricted-syntax': ['error', ...CLOCK] },
  },
  {
    files: ['shared/**/*.ts', 'functions/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['shared/**/*.ts', 'functions/**/*.ts'],
    ignores: ['shared/aws/config.ts'],
    rules: { 'no-restricted-properties': ['error', ENVIRONMENT] },
  },
  {
    files: ['functions/edge/*.js'],
    rules: {
      'no-unused-vars': ['error', { caughtErrors: 'none' }],
      'no-undef': 'error',
      'no-restricted-syntax': ['error', ...NOT_AT_THE_EDGE],
    },
    languageOptions: { sourceType: 'module', globals: { require: 'readonly', Buffer: 'readonly' } },
  },
);
