# shellcheck shell=sh
# Sourced by the commands in bin: installs what building and running need and this machine lacks (Debian and Ubuntu), and chooses the JDK.

# True when a JDK in /usr/lib/jvm can build Twinstack; sets and exports JAVA_HOME. 17 comes first: it is the release that is built for.
choose_jdk() {
    for home in /usr/lib/jvm/java-17-* /usr/lib/jvm/java-21-* /usr/lib/jvm/*; do
        [ -x "$home/bin/javac" ] || continue
        major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
        [ "${major:-0}" -ge 17 ] && export JAVA_HOME="$home" && return
    done
    return 1
}

# True when the Python $1, or else the first python3 of PATH, can build an extension module.
has_python_headers() {
    "${1-python3}" -c 'import os, sys, sysconfig; sys.exit(not os.path.exists(sysconfig.get_path("include") + "/Python.h"))' 2>/dev/null
}

# True when the Python $1 has what the tests of other projects' objects need.
has_extensions() {
    "$1" -c 'import numpy, Cython' 2>/dev/null && [ -e /usr/include/pybind11/pybind11.h ]
}

has_gdb_with_python() {
    gdb -nx -q -batch -ex 'python print("yes")' 2>/dev/null | grep -q yes
}

# JDK 17, or on a distribution that has left it behind, the newer one that it has.
jdk_package() {
    apt-cache show openjdk-17-jdk-headless >/dev/null 2>&1 && echo openjdk-17-jdk-headless || echo default-jdk-headless
}

# The packages that are missing, one word each.
missing_packages() {
    choose_jdk || jdk_package
    command -v mvn >/dev/null || echo maven
    has_gdb_with_python || echo gdb
    command -v gcc >/dev/null || echo gcc libc6-dev
    has_python_headers || echo python3-dev
    [ "${with_tests-}" ] || return 0
    command -v g++ >/dev/null || echo g++
    command -v gdbserver >/dev/null || echo gdbserver
    has_python_headers /usr/bin/python3 || echo python3 python3-dev
    has_extensions /usr/bin/python3 || echo python3-numpy pybind11-dev cython3
    /usr/bin/python3 -c 'import xdist' 2>/dev/null || echo python3-pytest-xdist
    /usr/bin/python3 -c 'import coverage' 2>/dev/null || echo python3-coverage
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "Installing packages needs root, and this machine has no sudo. Run this command once as root." >&2
        exit 1
    fi
}

# Installs the packages of the distribution that are named.
install_packages() {
    command -v apt-get >/dev/null || {
        echo "This machine has no apt-get, and lacks what Debian has in: $*. Install that, then try again." >&2
        exit 1
    }
    as_root apt-get update -qq
    echo "Installing with apt-get: $*"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null
}

install_missing() {
    packages=$(missing_packages)
    # shellcheck disable=SC2086 # one word per package
    [ -z "$packages" ] || install_packages $packages
    choose_jdk || {
        echo "No JDK 17 or newer is in /usr/lib/jvm; install one, then try again." >&2
        exit 1
    }
}

# Builds the jar that bin/twinstack runs, unless it is newer than all that goes into it.
build_jar() {
    jar=adapter/target/twinstack.jar
    if [ ! -e $jar ] || [ -n "$(find pom.xml mi-core adapter python-helpers -name target -prune -o -newer $jar -type f -print)" ]; then
        echo "Building Twinstack (its tests: bin/test)"
        mvn -B -q -ntp -Dstyle.color=never -DskipTests package </dev/null
    fi
}
