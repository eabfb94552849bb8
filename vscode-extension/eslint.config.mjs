import tseslint from 'typescript-eslint';

const SIZES = { 'max-lines': ['error', 300], 'max-lines-per-function': ['error', 40] };

export default tseslint.config(
    { ignores: ['dist/', 'out/', 'target/'] },
    {
        files: ['src/**/*.ts', 'test/**/*.ts'],
        extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
        languageOptions: { parserOptions: { projectService: true } },
        rules: {
            ...SIZES,
            '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true }],
            '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
            '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: ['test', 'describe', 'it'].map((name) => ({ from: 'package', package: 'node:test', name })) }],
        },
    },
    { files: ['**/*.mjs'], extends: [...tseslint.configs.strict, ...tseslint.configs.stylistic], rules: SIZES },
    { files: ['e2e/**/*.js'], extends: [...tseslint.configs.strict, ...tseslint.configs.stylistic], rules: { ...SIZES, '@typescript-eslint/no-require-imports': 'off' } },
);
