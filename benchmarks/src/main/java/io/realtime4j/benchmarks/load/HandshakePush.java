package io.realtime4j.benchmarks.load;

import java.util.List;
import java.util.Set;

import io.realtime4j.benchmarks.load.client.HandshakeClient;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.report.Report;
import io.realtime4j.benchmarks.load.report.Report.Comparison;

/**
 * Whether events arrive as they were sent when a server pushes them right behind the
 * handshake, in one piece with it.
 */
final class HandshakePush implements LoadProgram {

	@Override
	public Set<String> options() {
		return Set.of("connections");
	}

	@Override
	public Report run(Options options) {
		int connections = options.number("connections", 2000);
		Run run = Run.of(options.javas().get(0), List.of("-Xmx1g"), HandshakeClient.class, "handshake", options);
		long checked = run.client().get("connections");
		Run.require(checked >= connections && checked == run.server().get("accepted"),
				"Only " + checked + " connections were checked");
		Report report = new Report("Events in one piece with the handshake");
		report.bound("connections with corrupted text", Comparison.AT_MOST, 0, run.client().get("corrupted"));
		return report.note("Connections: " + checked + ", each with eight events of its own.");
	}

}
