# Sourced by ./smartems: the stages of the tests, each with its budget in minutes.

declare -A budget=([build]=5 [unit]=8 [integration]=12 [browser]=7 [oracles]=3)
stages=(build unit integration browser oracles)
report=()

# ---- what the tests need -------------------------------------------------------------------------------------------

# file that shows a tool is there = Debian package that brings it
needed_packages() {
  command -v chromium >/dev/null || echo chromium
  command -v firefox-esr >/dev/null || echo firefox-esr
  command -v openssl >/dev/null || echo openssl
  command -v curl >/dev/null || echo curl
  command -v setpriv >/dev/null || echo util-linux
  command -v systemd-analyze >/dev/null || echo systemd
  command -v php >/dev/null || echo php-cli
  [ -e /usr/share/php/Twig/autoload.php ] || echo php-twig
  [ -e /usr/share/php/Composer/Semver/autoload.php ] || echo php-composer-semver
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || echo postgresql
}

install_needs() {
  require_tools java javac mvn node npm
  local packages
  mapfile -t packages < <(needed_packages)
  [ ${#packages[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    die "the tests need these Debian packages: ${packages[*]} (as root on Debian they are installed)"
  fi
  echo "Installing ${packages[*]} …"
  mkdir -p "$root/target"
  # in the background: a signal reaches it at once, and it clears up itself
  trap end_child INT TERM HUP
  (
    set -e
    child=''
    # the package would start a server of its own, which nobody needs
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then
      trap 'rm -f "$policy"' EXIT
      printf '#!/bin/sh\nexit 101\n' > "$policy"
      chmod 755 "$policy"
    fi
    export DEBIAN_FRONTEND=noninteractive
    guarded apt-get update -q
    guarded apt-get install -qy --no-install-recommends "${packages[@]}"
  ) > "$root/target/install.log" 2>&1 &
  child=$!
  await_child || { tail -20 "$root/target/install.log" >&2; die 'installing failed; see target/install.log'; }
}

# ---- stages --------------------------------------------------------------------------------------------------------

stage_build() { build; }

# Most tests wait for a database, a socket or a time limit, and the reactor would let bundles wait for those that they
# stand on, which are built already: so it is three lanes at once.
unit_lanes=(
  bundles/fleet
  bundles/embedded-postgres,bundles/http-connectors,bundles/http-front,bundles/device-endpoint
)

stage_unit() {
  local lane lanes=("${unit_lanes[@]}") pids=() pid logs=()
  printf -v lane ',%s' "${unit_lanes[@]}"
  lanes+=("!itests${lane//,/,!}")
  for lane in "${!lanes[@]}"; do
    logs+=("$root/target/unit-$lane.log")
    (child=''; maven "${logs[lane]}" surefire:test -pl "${lanes[lane]}") &
    pids+=($!)
  done
  # shellcheck disable=SC2064 # those of now
  trap "kill -TERM ${pids[*]} 2>/dev/null || true; wait" EXIT
  wait "${pids[0]}"
  unit_of_console
  for pid in "${pids[@]}"; do wait "$pid"; done
  trap - EXIT
  summary "${logs[@]}"
  grep -E 'Tests|Test Files' "$root/target/unit-console.log"
}

unit_of_console() {
  guarded env -C "$root/bundles/web-console/console" sh -c 'npm run --silent lint && npm test --silent -- --reporter=dot' \
    > "$root/target/unit-console.log" 2>&1 || { tail -60 "$root/target/unit-console.log" >&2; return 1; }
}

stage_integration() {
  maven "$root/target/integration.log" -f itests/pom.xml verify -Dstage=integration
  summary "$root/target/integration.log"
}

stage_oracles() {
  maven "$root/target/oracles.log" -f itests/pom.xml verify -Dstage=oracles
  summary "$root/target/oracles.log"
}

stage_browser() {
  local home="$root/target/browser-home" log="$root/target/browser.log" status=0
  serve_aside "$home" || return
  SMARTEMS_URL="https://127.0.0.1:$(port "$home" https)" \
    SMARTEMS_ADMIN_PASSWORD_FILE="$home/data/initial-admin-password" \
    guarded "$root/e2e/run.sh" > "$log" 2>&1 || status=$?
  tail -n "$([ "$status" -eq 0 ] && echo 3 || echo 80)" "$log"
  return "$status"
}

summary() {
  awk '/Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+$/ {
    gsub(",", ""); for (i = 1; i < NF; i++) { if ($i == "run:") run += $(i+1); if ($i == "Failures:") bad += $(i+1);
    if ($i == "Errors:") bad += $(i+1); if ($i == "Skipped:") skipped += $(i+1) } }
    END { printf "%d passed, %d failed, %d skipped\n", run - bad - skipped, bad, skipped }' "$@"
}

# Sets 'failed'. Not to be called where its status is asked for: that would switch off "set -e" inside the stage.
run_stage() {
  local stage=$1 start=$SECONDS status=0
  echo "== $stage"
  trap end_child INT TERM HUP
  (set -e; child=''; "stage_$stage") &
  child=$!
  await_child || status=$?
  local spent=$((SECONDS - start)) limit=$((budget[$stage] * 60)) note=''
  [ "$spent" -le "$limit" ] || note='   <<<<<<<<  OVER BUDGET  <<<<<<<<'
  report+=("$(printf '%-12s %-7s %2d:%02d of %2d:00%s' "$stage" "$([ "$status" -eq 0 ] && echo ok || echo FAILED)" $((spent / 60)) $((spent % 60)) "${budget[$stage]}" "$note")")
  [ "$status" -eq 0 ] || failed=$stage
}

run_tests() {
  local chosen=("$@") failed='' stage begin=$SECONDS
  [ ${#chosen[@]} -gt 0 ] || chosen=("${stages[@]}")
  for stage in "${chosen[@]}"; do [ -n "${budget[$stage]:-}" ] || die "unknown stage $stage; there are: ${stages[*]}" 2; done
  install_needs
  # the later stages test what was built
  if [ "${chosen[0]}" != build ] && build_needed; then chosen=(build "${chosen[@]}"); fi
  for stage in "${chosen[@]}"; do
    run_stage "$stage"
    [ -z "$failed" ] || break
  done
  echo
  echo 'stage        result   time of budget'
  printf '%s\n' "${report[@]}"
  printf 'all          %-7s %2d:%02d\n' "$([ -z "$failed" ] && echo ok || echo FAILED)" $(((SECONDS - begin) / 60)) $(((SECONDS - begin) % 60))
  if printf '%s\n' "${report[@]}" | grep -q 'OVER BUDGET'; then
    echo 'WARNING: a stage took longer than its budget. If it does so again on a quiet machine, make it faster.' >&2
  fi
  [ -z "$failed" ] || die "stage $failed failed; its log is in target/"
}
