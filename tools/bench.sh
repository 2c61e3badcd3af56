# Sourced by ./smartems: measures a server of its own.

run_bench() {
  local name=${1:-}
  case $name in
    lists | boot | crash | outage) shift; "bench_$name" "$@"; return ;;
  esac
  if [ "$name" = templates ]; then
    [ $# -eq 1 ] || die "unknown option $2; see ./smartems help" 2
    require_tools java
    build_if_needed
    bench_templates
    return
  fi
  [ "$name" = check-in ] || die "unknown benchmark '$name'; there are: check-in, lists, boot, crash, outage, templates" 2
  shift
  bench_check_in "$@"
}

# number OPTION VALUE SMALLEST LARGEST: the value without leading zeros
number() {
  if ! [[ $2 =~ ^[0-9]{1,10}$ ]] || [ "$((10#$2))" -lt "$3" ] || [ "$((10#$2))" -gt "$4" ]; then
    die "$1 needs numbers from $3 to $4, not '$2'" 2
  fi
  echo "$((10#$2))"
}

bench_check_in() {
  local form=full devices='' rows='' more=() each grown=''
  while [ $# -gt 0 ]; do
    case $1 in
      --short | --long) form=${1#--}; shift ;;
      --soak) more+=(--soak 1000000,5000000); shift ;;
      --devices | --log-rows | --cases | --seconds | --rounds)
        [ -n "${2:-}" ] || die "$1 needs a value" 2
        case $1 in
          --devices) devices=$2 ;;
          --log-rows) rows=$(number --log-rows "$2" 0 1000000000) ;;
          --cases) form=cases more+=(--cases "$2") ;;
          --seconds) more+=(--seconds "$(number --seconds "$2" 1 600)") ;;
          --rounds) more+=(--rounds "$(number --rounds "$2" 1 100)") ;;
        esac
        shift 2 ;;
      *) die "unknown option $1; see ./smartems help" 2 ;;
    esac
  done
  case $form in
    full) devices=${devices:-1000,100000,1000000} rows=${rows:-10000000} ;;
    long) devices=${devices:-1000,100000,1000000} rows=${rows:-100000000} ;;
    *) devices=${devices:-1000} rows=${rows:-0} ;;
  esac
  for each in ${devices//,/ }; do grown=$grown${grown:+,}$(number --devices "$each" 32 1000000); done
  [ "$form" != short ] || [[ $grown != *,* ]] || die '--short takes one number of devices' 2
  require_tools java node
  build_if_needed
  measure_check_in "$root/target/bench/home" "$form" --devices "$grown" --log-rows "$rows" "${more[@]}"
}

# measure_check_in HOME FORM OPTION...
measure_check_in() {
  local home=$1 form=$2 file=check-in commit users statements
  shift 2
  [ "$form" != short ] || file=check-in-short
  commit=$(git -C "$root" describe --always --dirty 2>/dev/null || echo unknown)
  users=$home/data/bench-users.properties statements=$home/data/bench-statements.properties
  echo "Starting a server in $home …"
  serve_aside "$home" || die 'the server did not become ready'
  echo 'Preparing a device of each dialect …'
  guarded "$(distribution)/bin/smartems-shell" --home "$home" "bundle:install -s file:$root/benchmarks/bundle/target/benchmark-bundle.jar"
  guarded "$(distribution)/bin/smartems-shell" --home "$home" "bench:prepare 1 $users"
  guarded "$(distribution)/bin/smartems-shell" --home "$home" "bench:statements $statements"
  guarded "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -jar "$root/benchmarks/client/target/benchmark-client.jar" \
    --form "$form" --home "$home" --port "$(port "$home" https)" --database-port "$(port "$home" postgres)" \
    --pid "$server" --shell "$(distribution)/bin/smartems-shell" --users "$users" --statements "$statements" \
    --commit "$commit" --kept "$root/benchmarks/results/$file.json" --result "$root/target/bench/$file.json" "$@" \
    || die 'the benchmark failed'
  echo
  echo "Figures: target/bench/$file.json; to keep them, copy them to benchmarks/results/."
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

bench_outage() {
  local devices home="$root/target/bench/home"
  bench_words devices=10000:100:10000 -- "$@"
  require_tools java curl taskset
  build_if_needed
  rm -rf "$home"
  bench_client outage --distribution "$(distribution)" --home "$home" --devices "$devices"
}
