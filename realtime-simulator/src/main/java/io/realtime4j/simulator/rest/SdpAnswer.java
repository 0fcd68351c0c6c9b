package io.realtime4j.simulator.rest;

import java.util.List;

import io.realtime4j.simulator.wire.Ids;

/**
 * Answers an SDP offer with one that is well formed, but leads nowhere: no sound flows.
 */
final class SdpAnswer {

	private static final List<String> KEPT = List.of("m=", "a=mid:", "a=rtpmap:", "a=fmtp:", "a=rtcp-mux",
			"a=sctp-port:", "a=max-message-size:");

	private static final String FINGERPRINT = "a=fingerprint:sha-256 " + "00:".repeat(31) + "00";

	private static final int PASSWORD_LENGTH = 24;

	private static final int USER_LENGTH = 8;

	private SdpAnswer() {
	}

	static String to(String offer, Ids ids) {
		StringBuilder answer = new StringBuilder();
		line(answer, "v=0");
		line(answer, "o=- 1 1 IN IP4 127.0.0.1");
		line(answer, "s=-");
		line(answer, "t=0 0");
		for (String line : offer.split("\r?\n")) {
			if (line.startsWith("a=group:")) {
				line(answer, line);
			}
			else if (KEPT.stream().anyMatch(line::startsWith)) {
				line(answer, line);
			}
			if (line.startsWith("m=")) {
				addTransport(answer, ids);
			}
		}
		return answer.toString();
	}

	private static void addTransport(StringBuilder answer, Ids ids) {
		line(answer, "c=IN IP4 0.0.0.0");
		line(answer, "a=ice-ufrag:" + ids.letters(USER_LENGTH));
		line(answer, "a=ice-pwd:" + ids.letters(PASSWORD_LENGTH));
		line(answer, FINGERPRINT);
		line(answer, "a=setup:active");
	}

	private static void line(StringBuilder answer, String line) {
		answer.append(line).append("\r\n");
	}

}
