# shellcheck shell=bash disable=SC2154
# The package of Debian that has the major version; its minor version is Debian's.
prepare() { add_packages root "postgresql-${version%%.*}" "postgresql-client-${version%%.*}"; }
