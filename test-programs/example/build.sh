#!/bin/sh
# Builds the extension module beside its source:  build.sh [PYTHON]
set -eu
cd "$(dirname "$0")"
python=${1:-python3}
include=$("$python" -c 'import sysconfig; print(sysconfig.get_path("include"))')
suffix=$("$python" -c 'import sysconfig; print(sysconfig.get_config_var("EXT_SUFFIX"))')
gcc -g -O0 -Wall -shared -fPIC -I"$include" pricing.c -lm -o "pricing$suffix"
