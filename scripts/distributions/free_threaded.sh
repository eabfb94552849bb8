# shellcheck shell=sh
# Sourced by root.sh: a free-threaded CPython. No Debian has a package of one, so that it is built from the source of Debian's own.

HAS_FREE_THREADED=trixie
FREE_THREADED="--disable-gil --enable-shared --without-ensurepip --disable-test-modules"
TO_BUILD_FREE_THREADED="make zlib1g-dev libffi-dev"

# Builds the CPython of the Debian in directory $1 without its GIL, as /usr/local/bin/python3.13t; two minutes on two processors. Goes on without
# one where the mirror has no source, or has lost it: checks.py says so then.
build_free_threaded() {
    in_root "$1" sh -ec '
        sed -n "s/^deb /deb-src /p" /etc/apt/sources.list >/etc/apt/sources.list.d/sources.list
        apt-get update -qq || exit 0
        directory=$(mktemp -d)
        cd "$directory"
        apt-get source -qq --download-only --tar-only python3.13 || exit 0
        python3 -m tarfile -e python3.13_*.orig.tar.xz .
        cd Python-*
        ./configure -q $1
        make -s -j"$(nproc)" all
        make -s altbininstall libinstall inclinstall sharedinstall COMPILEALL_OPTS="-x ."
        ldconfig
        rm -rf "$directory"
    ' sh "$FREE_THREADED"
}
