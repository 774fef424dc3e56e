#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Fetches the source of the yaml-cpp that is installed, as Debian 12 has it, into FOLDER: a library
# that is not instrumented is a black box to a fuzzer. Touches nothing of the system: lists and
# caches of apt are private. Is done once; exit code 1 where the source cannot be had.
set -euo pipefail
folder=${1:?usage: fetch_yaml_cpp.sh FOLDER}
[[ ! -f $folder/src/parser.cpp ]] || exit 0

version=$(dpkg-query -W -f='${source:Version}' libyaml-cpp-dev)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{lists,lists.d,cache,source}

# The machine's own sources, asked for source packages.
for file in /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources; do
    [[ ! -f $file ]] || sed 's/^Types: deb$/Types: deb-src/; s/^deb /deb-src /' "$file" \
        >"$work/lists.d/${file##*/}"
done

private_apt_get() {
    apt-get -qq -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$work/lists.d" \
        -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" \
        -o APT::Sandbox::User=root "$@" >&2
}

private_apt_get update
(cd "$work/source" && private_apt_get source --download-only "yaml-cpp=$version")
# Debian's patches change how it is built and nothing of what it does.
mkdir -p "$folder"
tar -xf "$work"/source/*.orig.tar.* -C "$folder" --strip-components=1
