import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Rooms that may read the environment or the clock; test/architecture holds the whole layout. */
const ENVIRONMENT = {
  object: 'process',
  property: 'env',
  message: 'The environment is read in shared/aws/config.ts; pass the value in.',
};
const CLOCK = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The clock is an argument: handlers pass `now` in.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock is an argument: handlers pass `now` in.',
  },
];

/** What cloudfront-js-2.0 does not list among its features, and so may refuse when the function is published. */
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
].map((selector) => ({ selector, message: 'The runtime cloudfront-js-2.0 does not promise this.' }));

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
      // Spreading a string is how code points are counted.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // An empty string is often as good as none.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // Services are objects of closures: no method here knows a `this`.
      '@typescript-eslint/unbound-method': 'off',
      // `async` also turns a throw into a rejection, as an interface of promises expects.
      '@typescript-eslint/require-await': 'off',
      // AWS's own types say `SomeAnswer | void`.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // `x === null || x.y !== z` says what it means.
      '@typescript-eslint/prefer-optional-chain': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // Its advice, `!`, is what no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
    },
  },
  {
    // `expect.any(…)` is typed `any`.
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
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
