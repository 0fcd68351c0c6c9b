#!/bin/sh
# Runs load programs one after the other, each in a form of at most four minutes, and prints their reports:
#   benchmarks/load.sh [PROGRAM...]
# Options for all of them, such as --java=/path/to/bin/java, are taken from LOAD_OPTIONS. Build before:
#   mvn -q -pl benchmarks -am package -DskipTests
jar="$(dirname "$0")/target/benchmarks.jar"
[ -f "$jar" ] || { echo "There is no $jar; build it first" >&2; exit 2; }
[ $# -gt 0 ] || set -- throughput latency idle open cold cycles handshake-push calls phones turns visitor soak
met=0
for program in "$@"; do
	case "$program" in
		throughput) options="--rounds=4" ;;
		latency) options="--seconds=40" ;;
		cycles) options="--cycles=5000" ;;
		calls) options="--warmup=25 --seconds=20" ;;
		phones) options="--seconds=60 --warmup=30" ;;
		visitor) options="--seconds=6 --warmup=15" ;;
		soak) options="--minutes=3" ;;
		*) options="" ;;
	esac
	# shellcheck disable=SC2086
	"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$jar" io.realtime4j.benchmarks.load.LoadPrograms "$program" $options $LOAD_OPTIONS || met=1
done
exit $met
