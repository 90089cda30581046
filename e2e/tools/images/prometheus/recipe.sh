# shellcheck shell=bash disable=SC2154
# The real server, without its pages; like upstream's image it has the wget of busybox. The binary is kept, so that a new
# engine does not compile it again.
prepare() {
  local kept=$home/downloads/prometheus-$version package=github.com/prometheus/prometheus major minor patch
  if [ ! -x "$kept" ]; then
    command -v go > /dev/null || die "Prometheus is compiled here: needs go"
    say "compiling Prometheus, this takes minutes"
    # The compiler's cache would be gigabytes for a binary that is built once.
    export GOCACHE=${GOCACHE:-$PWD/cache}
    # 3.5.0 is version 0.305.0 of its module, which "go install" refuses because it replaces a dependency.
    IFS=. read -r major minor patch <<< "${version#v}"
    mkdir source
    cd source
    quietly go mod init image
    quietly go get "$package/cmd/prometheus@v0.$((major * 100 + minor)).$patch"
    CGO_ENABLED=0 quietly go build -ldflags "-s -w -X github.com/prometheus/common/version.Version=${version#v}" "$package/cmd/prometheus"
    mv prometheus "$kept"
    cd ..
  fi
  cp "$kept" prometheus
  add_packages root busybox-static
}
