# Sourced by ./smartems: devices that check in at a server which run has started.

check_demo() {
  if ! [[ $1 =~ ^[0-9]{1,5}$ ]] || [ "$((10#$1))" -lt 1 ] || [ "$((10#$1))" -gt 10000 ]; then
    die '--demo needs a number of devices from 1 to 10000' 2
  fi
}

# start_demo HOME DEVICES: prepares the server through its own shell, then sets 'simulator'
start_demo() {
  local home=$1 devices=$2 directory="$1/data/demo" jar="$root/simulator/target/simulator.jar" pace=()
  echo
  "$(distribution)/bin/smartems-shell" --home "$home" "feature:install demo; smartems:demo $devices" &
  waiter=$!
  if ! wait "$waiter"; then
    waiter=''
    [ -n "$stopping" ] || echo 'smartems: the demo could not be prepared; the server goes on without devices' >&2
    return
  fi
  waiter=''
  # a build that replaces it does no harm to one that runs
  cp "$jar" "$directory/simulator.jar" || return 0
  # a few devices are watched, many are load
  if [ "$devices" -le 200 ]; then pace=(--interval 20s); else pace=(--interval 60s --ramp-up 60s); fi
  # its input tells the simulator whether it has a terminal for a line that changes
  setsid "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -jar "$directory/simulator.jar" \
    --configuration "$directory/simulator.properties" --devices "$devices" "${pace[@]}" <&0 &
  simulator=$!
  [ -z "$stopping" ] || stop_simulator
}
