import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const PAGES = ['README.md', ...readdirSync('walkthrough').map((file) => `walkthrough/${file}`)];

interface Debugger {
    readonly languages: readonly string[];
    readonly configurationAttributes: Record<string, { readonly properties: Record<string, { readonly description?: string }> }>;
    readonly configurationSnippets: readonly { readonly label: string; readonly body: Record<string, unknown> }[];
    readonly initialConfigurations: readonly Record<string, unknown>[];
}

const { capabilities, contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    capabilities: { untrustedWorkspaces: { readonly supported: boolean } };
    contributes: { breakpoints: readonly { readonly language: string }[]; debuggers: readonly [Debugger] };
};
const [twinstack] = contributes.debuggers;

test('each name of launch.json is described', () => {
    for (const { properties } of Object.values(twinstack.configurationAttributes)) {
        for (const [name, { description }] of Object.entries(properties)) {
            assert.match(description ?? '', /^[A-Z].*\.$/, name);
        }
    }
});

test('snippets and first configurations have names of the schema alone', () => {
    for (const body of [...twinstack.configurationSnippets.map((snippet) => snippet.body), ...twinstack.initialConfigurations]) {
        const { name, type, request, ...rest } = body;
        assert.equal(type, 'twinstack', String(name));
        const known = twinstack.configurationAttributes[String(request)]?.properties ?? {};
        assert.deepEqual(Object.keys(rest).filter((each) => !(each in known)), [], String(name));
    }
});

test('breakpoints can be set in each language that is debugged', () => {
    assert.deepEqual(contributes.breakpoints.map(({ language }) => language), twinstack.languages);
});

test('a workspace that nobody has trusted starts nothing', () => {
    assert.equal(capabilities.untrustedWorkspaces.supported, false);
});

test('each picture that is packed is shown', () => {
    const shown = PAGES.flatMap((page) => [...readFileSync(page, 'utf8').matchAll(/\(\S*images\/([\w-]+\.png)\)/g)].map(([, file]) => file ?? ''));
    assert.deepEqual(readdirSync('images').sort(), [...new Set(shown)].sort());
});
