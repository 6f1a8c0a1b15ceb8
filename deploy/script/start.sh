#!/bin/sh
# Starts Appui from the archive, wherever it was unpacked and however it is called. docs/operate.md says the rest.
here="$(dirname "$(readlink -f "$0")")"
LD_LIBRARY_PATH="$here/icu${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export LD_LIBRARY_PATH
[ $# -gt 0 ] && [ "$1" != help ] || set -- --help
exec "$here/program/Appui" "$@"
