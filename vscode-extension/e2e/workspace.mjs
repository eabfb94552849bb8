import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const PROGRAMS = path.join(import.meta.dirname, '../../test-programs');
const PYTHON = '/usr/bin/python3';
let headers; // the directory of Python.h

/** A copy of a test program in a folder of its own, built, with the settings and configurations of a scene. */
export class Workspace {
    constructor(folder, { program, launch, settings }) {
        this.folder = folder;
        fs.cpSync(path.join(PROGRAMS, program), folder, { recursive: true, filter: file => !/\.so$|__pycache__/.test(file) });
        this.#build();
        if (launch) this.write('.vscode/launch.json', JSON.stringify({ version: '0.2.0', configurations: launch }, null, 4));
        if (settings) this.write('.vscode/settings.json', JSON.stringify(settings, null, 4));
    }

    /** Beside main.py each C or Cython file becomes the extension module of its name; what has a main.c becomes `program`. */
    #build() {
        const files = fs.readdirSync(this.folder);
        const native = files.find(file => /^main\.c(pp)?$/.test(file));
        for (const file of files.filter(file => file.endsWith('.pyx'))) {
            this.run('cython3', '--line-directives', file);
            this.#extension(file.replace('.pyx', '.c'));
        }
        if (native) this.run(native.endsWith('pp') ? 'g++' : 'gcc', '-g', '-O0', '-pthread', native, '-o', 'program');
        else for (const file of files.filter(file => file.endsWith('.c'))) this.#extension(file);
    }

    #extension(source) {
        headers ??= execFileSync(PYTHON, ['-c', 'import sysconfig; print(sysconfig.get_path("include"))'], { encoding: 'utf8' }).trim();
        this.run('gcc', '-g', '-O0', '-shared', '-fPIC', '-pthread', `-I${headers}`, source, '-lm', '-o', source.replace('.c', '.so'));
    }

    /** Runs a command in the folder, and gives what it prints. */
    run(command, ...args) {
        return execFileSync(command, args, { cwd: this.folder, encoding: 'utf8', timeout: 60_000, stdio: ['ignore', 'pipe', 'pipe'] });
    }

    path(name) {
        return path.join(this.folder, name);
    }

    write(name, text) {
        fs.mkdirSync(path.dirname(this.path(name)), { recursive: true });
        fs.writeFileSync(this.path(name), text);
    }

    /** The number of the line of a file that carries a mark such as `@leaf`. */
    line(file, mark) {
        const lines = fs.readFileSync(this.path(file), 'utf8').split('\n');
        const index = lines.findIndex(line => new RegExp(`${mark}(?![\\w-])`).test(line));
        if (index < 0) throw new Error(`${file} has no ${mark}`);
        return index + 1;
    }
}
