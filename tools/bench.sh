# Sourced by ./smartems: measures a server of its own.

run_bench() {
  local name=${1:-} devices=1000
  if [ "$name" = templates ]; then
    [ $# -eq 1 ] || die "unknown option $2; see ./smartems help" 2
    require_tools java
    build_if_needed
    bench_templates
    return
  fi
  [ "$name" = check-in ] || die "unknown benchmark '$name'; there are: check-in, templates" 2
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      # the only form there is
      --short) shift ;;
      --devices) devices=${2:-}; shift; shift || true ;;
      *) die "unknown option $1; see ./smartems help" 2 ;;
    esac
  done
  if ! [[ $devices =~ ^[0-9]{1,6}$ ]] || [ "$((10#$devices))" -lt 32 ] || [ "$((10#$devices))" -gt 100000 ]; then
    die '--devices needs a number from 32 to 100000' 2
  fi
  require_tools java node
  build_if_needed
  bench_check_in "$root/target/bench/home" "$((10#$devices))"
}

bench_check_in() {
  local home=$1 devices=$2 result="$root/target/bench/check-in-short.json" commit
  commit=$(git -C "$root" describe --always --dirty 2>/dev/null || echo unknown)
  echo "Starting a server in $home …"
  serve_aside "$home" || die 'the server did not become ready'
  echo "Preparing $devices devices of each dialect …"
  guarded "$(distribution)/bin/smartems-shell" --home "$home" "bundle:install -s file:$root/benchmarks/bundle/target/benchmark-bundle.jar"
  guarded "$(distribution)/bin/smartems-shell" --home "$home" "bench:prepare $devices $home/data/bench-users.properties"
  guarded "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -jar "$root/benchmarks/client/target/benchmark-client.jar" \
    --home "$home" --port "$(port "$home" https)" --pid "$server" --shell "$(distribution)/bin/smartems-shell" \
    --devices "$devices" --users "$home/data/bench-users.properties" --commit "$commit" --result "$result" \
    || die 'the benchmark failed'
  echo
  echo "Figures: ${result#"$root"/}; to keep them, copy them to benchmarks/results/."
}

bench_templates() {
  local result="$root/benchmarks/results/templates.json" commit
  commit=$(git -C "$root" describe --always --dirty 2>/dev/null || echo unknown)
  guarded "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx256m -jar "$root/benchmarks/templates/target/benchmark-templates.jar" \
    "$root/benchmarks/templates/src/main/php/bench.php" "$root/target/bench/templates" "$result" "$commit" \
    || die 'the benchmark failed'
  echo
  echo "Figures: ${result#"$root"/}"
}
