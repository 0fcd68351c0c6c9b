package io.realtime4j.benchmarks.load.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Events that the server sends right behind a handshake.
 */
public final class HandshakeEvents {

	private static final int EVENTS = 7;

	private static final int MAX_AUDIO = 6000;

	private static final long STAMPS_PER_CONNECTION = 100;

	private HandshakeEvents() {
	}

	/**
	 * Return the events.
	 * @param number the number of the connection, which the first event names as session
	 * @return the texts, in order
	 */
	public static List<String> of(int number) {
		List<String> events = new ArrayList<>();
		events.add(ServerEvents.sessionCreated(number));
		Random random = new Random(number);
		for (int i = 1; i <= EVENTS; i++) {
			long stamp = number * STAMPS_PER_CONNECTION + i;
			events.add(ServerEvents.audioDelta(stamp, ServerEvents.audio(1 + random.nextInt(MAX_AUDIO), stamp)));
		}
		return events;
	}

}
