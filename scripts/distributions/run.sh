#!/bin/sh
# Called by bin/test-distributions in namespaces of its own, as root:  run.sh SUITE
# Makes the Debian SUITE, unless a young one is in the cache, and runs the checks in it.
set -eu
. scripts/distributions/root.sh
suite=$1
root=$(root_of "$suite")
is_fresh "$suite" "$root" || make_root "$suite" "$root"
for directory in sys dev; do
    mount --rbind "/$directory" "$root/$directory"
done
mount_proc "$root"
mount -t tmpfs tmpfs "$root/tmp"
mkdir -p "$root$PWD"
mount --bind "$PWD" "$root$PWD"
chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 "SUITE=$suite" \
    python3 -B "$PWD/scripts/distributions/checks.py"
