package io.realtime4j.playback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ConversationItemDelete;
import io.realtime4j.event.client.ConversationItemTruncate;
import io.realtime4j.event.client.OutputAudioBufferClear;
import io.realtime4j.event.client.ResponseCancel;
import io.realtime4j.event.server.ServerEvent;

/**
 * A {@link PlaybackControl} whose decisions are carried out on a sink that is driven by a
 * clock of the test, with a log of what was done.
 */
class Playing {

	private static final long NANOS_PER_MILLI = 1_000_000;

	final List<String> log = new ArrayList<>();

	final List<ServerEvent> heard = new ArrayList<>();

	final List<ClientEvent> sent = new ArrayList<>();

	private long now = Long.MAX_VALUE - 1_000_000_000;

	final ClockedAudioSink sink = new ClockedAudioSink((chunk) -> this.log.add("play " + chunk.itemId()),
			() -> this.log.add("clear"), () -> this.now);

	final PlaybackControl control = new PlaybackControl(this.sink::playedMillis, Duration.ofSeconds(30),
			System::nanoTime);

	Playing pass(long millis) {
		this.now += millis * NANOS_PER_MILLI;
		return this;
	}

	Playing receive(ServerEvent... events) {
		for (ServerEvent event : events) {
			Reaction reaction = this.control.onEvent(event);
			carryOut(reaction);
			if (reaction.heard()) {
				this.heard.add(event);
			}
		}
		return this;
	}

	Playing interrupt() {
		carryOut(this.control.interrupt(false));
		return this;
	}

	Cut cut(String responseId) {
		Cut cut = this.control.cut(responseId);
		if (cut.clear()) {
			this.sink.clear();
		}
		cut.replay().forEach(this.sink::play);
		carryOut(Reaction.send(cut.events(), true));
		return cut;
	}

	/**
	 * Take what was done.
	 */
	List<String> done() {
		List<String> done = List.copyOf(this.log);
		this.log.clear();
		return done;
	}

	void carryOut(Reaction reaction) {
		if (reaction.clear()) {
			this.sink.clear();
		}
		reaction.events().forEach((event) -> {
			this.sent.add(event);
			this.log.add(describe(event));
		});
		if (reaction.play() != null) {
			this.sink.play(reaction.play());
		}
	}

	private static String describe(ClientEvent event) {
		if (event instanceof ResponseCancel cancel) {
			return "cancel " + cancel.responseId();
		}
		if (event instanceof ConversationItemTruncate truncate) {
			return "truncate " + truncate.itemId() + "/" + truncate.contentIndex() + " " + truncate.audioEndMs();
		}
		if (event instanceof ConversationItemDelete delete) {
			return "delete " + delete.itemId();
		}
		return (event instanceof OutputAudioBufferClear) ? "clear server" : event.type();
	}

}
