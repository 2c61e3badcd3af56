# Sourced by ./smartems: measures a server of its own.

run_bench() {
  local name=${1:-} devices=1000
  case $name in
    lists | boot | crash) shift; "bench_$name" "$@"; return ;;
  esac
  if [ "$name" = templates ]; then
    [ $# -eq 1 ] || die "unknown option $2; see ./smartems help" 2
    require_tools java
    build_if_needed
    bench_templates
    return
  fi
  [ "$name" = check-in ] || die "unknown benchmark '$name'; there are: check-in, lists, boot, crash, templates" 2
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

# bench_words NAME=DEFAULT:LEAST:MOST... -- WORDS: sets a variable of the caller for each option --NAME of a number
bench_words() {
  local -A least=() most=()
  local name range
  while [ "$1" != -- ]; do
    name=${1%%=*} range=${1#*=}
    printf -v "$name" %s "${range%%:*}"
    range=${range#*:}
    least[$name]=${range%%:*} most[$name]=${range#*:}
    shift
  done
  shift
  while [ $# -gt 0 ]; do
    name=${1#--}
    [[ $1 = --* && -n ${least[$name]:-} ]] || die "unknown option $1; see ./smartems help" 2
    if ! [[ ${2:-} =~ ^[0-9]{1,7}$ ]] || [ "$((10#$2))" -lt "${least[$name]}" ] || [ "$((10#$2))" -gt "${most[$name]}" ]; then
      die "$1 needs a number from ${least[$name]} to ${most[$name]}" 2
    fi
    printf -v "$name" %s "$((10#$2))"
    shift 2
  done
}

# bench_client NAME WORDS...: a program of the load client, its figures in target/bench/NAME.json beside the kept ones
bench_client() {
  local name=$1 result="$root/target/bench/$1.json" status=0 commit
  shift
  commit=$(git -C "$root" describe --always --dirty 2>/dev/null || echo unknown)
  mkdir -p "$root/target/bench"
  guarded "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -cp "$root/benchmarks/client/target/benchmark-client.jar" \
    "org.smartems.benchmark.$name.Main" "$@" --commit "$commit" --result "$result" \
    --kept "$root/benchmarks/results/$name.json" || status=$?
  [ "$status" -eq 0 ] || die 'the benchmark failed' "$status"
  echo
  echo "Figures: ${result#"$root"/}; to keep them, copy them to benchmarks/results/."
}

bench_lists() {
  local devices rounds home="$root/target/bench/home"
  bench_words devices=1000000:100:9999999 rounds=10:1:1000 -- "$@"
  require_tools java javac node
  build_if_needed
  echo "Starting a server in $home …"
  serve_aside "$home" || die 'the server did not become ready'
  echo "Inserting $devices devices …"
  guarded "$(distribution)/bin/smartems-shell" --home "$home" "bundle:install -s file:$root/benchmarks/bundle/target/benchmark-bundle.jar"
  guarded "$(distribution)/bin/smartems-shell" --home "$home" "bench:fill-devices $devices"
  bench_client lists --home "$home" --https "$(port "$home" https)" --postgres "$(port "$home" postgres)" \
    --pid "$server" --devices "$devices" --rounds "$rounds"
}

bench_boot() {
  local rounds
  bench_words rounds=5:1:1000 -- "$@"
  require_tools java javac
  build_if_needed
  compgen -G "$root/assembly/target/smartems-*.tar.gz" > /dev/null || build
  bench_client boot --archive "$(echo "$root"/assembly/target/smartems-*.tar.gz)" --directory "$root/target/bench/boot" \
    --rounds "$rounds"
}

bench_crash() {
  local devices rounds seed home="$root/target/bench/home" most=10
  if [ "${1:-}" = --long ]; then most=100; shift; fi
  bench_words devices=100:10:5000 rounds=$most:1:10000 seed=$RANDOM:0:9999999 -- "$@"
  require_tools java
  build_if_needed
  rm -rf "$home"
  bench_client crash --distribution "$(distribution)" --home "$home" --devices "$devices" --rounds "$rounds" --seed "$seed"
}
