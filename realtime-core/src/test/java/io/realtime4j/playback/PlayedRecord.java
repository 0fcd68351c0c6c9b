package io.realtime4j.playback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.ServerTalk;

/**
 * What is said and played, with a record of it that knows no more than the clock: it
 * plays millisecond by millisecond.
 */
class PlayedRecord {

	final Playing playing = new Playing();

	/**
	 * How much of each item came, in ms.
	 */
	final Map<String, Integer> received = new HashMap<>();

	/**
	 * How much of each item was played, in ms.
	 */
	final Map<String, Integer> played = new HashMap<>();

	/**
	 * The item of each millisecond that is yet to be played.
	 */
	final List<String> queue = new ArrayList<>();

	void begin(String response, String item) {
		this.playing.receive(ServerTalk.responseCreated(response),
				ServerTalk.assistant("added", item, null, "in_progress", ""));
	}

	void say(String response, String item, int millis) {
		this.playing.receive(ServerTalk.audio(response, item, 48 * millis));
		this.received.merge(item, millis, Integer::sum);
		for (int i = 0; i < millis; i++) {
			this.queue.add(item);
		}
	}

	void end(String response, String status) {
		this.playing.receive(ServerTalk.responseDone(response, status, ""));
	}

	void pass(int millis) {
		this.playing.pass(millis);
		for (int i = 0; i < millis && !this.queue.isEmpty(); i++) {
			this.played.merge(this.queue.remove(0), 1, Integer::sum);
		}
	}

	int heard(String item) {
		return this.played.getOrDefault(item, 0);
	}

}
