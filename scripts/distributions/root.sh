# shellcheck shell=sh
# Sourced by run.sh: Debians in directories, made with the mirror and the settings of this machine's own apt.

. scripts/distributions/free_threaded.sh

OLDEST_DAYS=7
PACKAGES="gdb gdbserver gcc g++ libc6-dev binutils python3 python3-dev python3-numpy systemd-coredump systemd-journal-remote"
EDITORS="emacs-nox elpa-dape elpa-dap-mode hx tmux"

# The directory of Debian $1 in the cache.
root_of() {
    echo "${XDG_CACHE_HOME:-$HOME/.cache}/twinstack/distributions/$1"
}

# What is installed in Debian $1; the editors of Debian 11 have no client of DAP.
packages_of() {
    case $1 in
    bullseye) echo "$PACKAGES" ;;
    "$HAS_FREE_THREADED") echo "$PACKAGES $EDITORS $TO_BUILD_FREE_THREADED" ;;
    *) echo "$PACKAGES $EDITORS" ;;
    esac
}

# What Debian $1 is made of, in its stamp.
contents_of() {
    packages_of "$1"
    [ "$1" != "$HAS_FREE_THREADED" ] || echo "$FREE_THREADED"
}

# True when a whole Debian $1 is in directory $2, of what it is made of now and a few days old at most.
is_fresh() {
    [ -n "$(find "$2/.made" -mtime "-$OLDEST_DAYS" 2>/dev/null)" ] && [ "$(cat "$2/.made")" = "$(contents_of "$1")" ]
}

# Debian $1 in directory $2. The stamp comes last: what was broken off is made anew.
make_root() {
    echo "Making Debian $1 in $2"
    rm -rf --one-file-system "$2"
    mkdir -p "$2"
    debootstrap --variant=minbase "$1" "$2" "$(mirror)" >"$2.log" 2>&1 || fail_making "$1" "$2"
    echo 127.0.0.1 localhost >"$2/etc/hosts"
    copy_apt_settings "$2"
    install_packages "$1" "$2" >>"$2.log" 2>&1 || fail_making "$1" "$2"
    [ "$1" != "$HAS_FREE_THREADED" ] || build_free_threaded "$2" >>"$2.log" 2>&1 || fail_making "$1" "$2"
    contents_of "$1" >"$2/.made"
}

fail_making() {
    tail -n 20 "$2.log" >&2
    echo "Debian $1 could not be made; the whole report is in $2.log." >&2
    exit 1
}

# The mirror that this machine's apt takes Debian from; DEBIAN_MIRROR names another.
mirror() {
    found=${DEBIAN_MIRROR-$(apt-get indextargets --format '$(REPO_URI)' 'Origin: Debian' 'Label: Debian' | head -n 1)}
    [ -n "$found" ] || {
        echo "apt knows no mirror of Debian here. Run apt-get update, or set DEBIAN_MIRROR to the address of one." >&2
        return 1
    }
    echo "$found"
}

# How apt reaches the mirror: proxies, certificates and what it lets pass.
copy_apt_settings() {
    apt-config dump | grep -E '^Acquire::(http|https|Retries|ForceIPv|Check-|AllowInsecure|AllowWeak)' >"$1/etc/apt/apt.conf.d/90of-the-host" || true
    install -D -m 644 /etc/ssl/certs/ca-certificates.crt "$1/etc/ssl/certs/ca-certificates.crt" 2>/dev/null || true
}

# The newest Python of Debian $1 is not always its python3, so every one that it has is installed.
install_packages() {
    mount_proc "$2"
    in_root "$2" apt-get update -qq
    pythons=$(in_root "$2" apt-cache pkgnames python3. | grep -E '^python3\.[0-9]+-dev$')
    # shellcheck disable=SC2086 # one word per package
    in_root "$2" apt-get install -qq -y --no-install-recommends -o Dpkg::Options::=--force-unsafe-io $(packages_of "$1") "$(java_of "$2")" $pythons
    in_root "$2" apt-get clean
}

# Mounts /proc in directory $1, through which nothing can be set: a package such as systemd-coredump sets the kernel's parameters, which are this machine's.
mount_proc() {
    mount -t proc proc "$1/proc"
    mount --bind "$1/proc/sys" "$1/proc/sys"
    mount -o remount,bind,ro "$1/proc/sys"
}

# A Java that Twinstack runs on: Debian's own choice, or 17 where that is older.
java_of() {
    case $(in_root "$1" apt-cache depends default-jre-headless) in
    *openjdk-11-*) echo openjdk-17-jre-headless ;;
    *) echo default-jre-headless ;;
    esac
}

# Runs a command in the Debian in directory $1.
in_root() {
    directory=$1
    shift
    chroot "$directory" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"
}
