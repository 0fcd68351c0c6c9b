package io.realtime4j.benchmarks.load.visitor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import io.realtime4j.benchmarks.load.visitor.Behaviour.Leaving;
import io.realtime4j.benchmarks.load.visitor.Behaviour.Sending;
import io.realtime4j.benchmarks.load.wire.CallAudio;
import io.realtime4j.benchmarks.load.wire.Frames;
import io.realtime4j.benchmarks.load.wire.Frames.Opcode;

/**
 * All that a visitor may do, at the pace that he may, by the defaults of the bridge, and
 * some that he may not. Those that leave something behind for a while come last.
 */
public final class Behaviours {

	/**
	 * Name of the behaviour that asks for keys.
	 */
	public static final String KEYS = "keys, 20 a second";

	private static final String LONG_TEXT = "x".repeat(16_000);

	private static final Duration TEXTS_PERIOD = Duration.ofMillis(1010);

	private static final Duration COMMANDS_PERIOD = Duration.ofMillis(21);

	private static final Duration AUDIO_PERIOD = Duration.ofMillis(81);

	private static final Duration SHORT_PERIOD = Duration.ofMillis(10);

	private static final Duration VISIT_PERIOD = Duration.ofMillis(250);

	private static final int HIGHEST_RATE = 96_000;

	private static final int TINY = 64;

	private static final int TINY_FRAMES = 37;

	private static final Sending NOTHING = new Sending(TEXTS_PERIOD, 0, List.of());

	private static final Sending TEXTS = new Sending(TEXTS_PERIOD, 1,
			List.of(text("{\"type\":\"text\",\"text\":\"" + LONG_TEXT + "\"}")));

	private static final Sending COMMANDS = new Sending(COMMANDS_PERIOD, 1,
			List.of(text("{\"type\":\"mute\",\"muted\":false}"),
					text("{\"type\":\"played\",\"itemId\":\"item_1\",\"contentIndex\":0,\"ms\":20}"),
					text("{\"type\":\"approve\",\"id\":\"none\",\"approved\":true}"), text("{\"type\":\"interrupt\"}"),
					text("{\"type\":\"nonsense\"}")));

	private static final Sending AUDIO = new Sending(AUDIO_PERIOD, 1,
			List.of(Frames.masked(Opcode.BINARY, CallAudio.pcm())));

	private static final Sending TINY_AUDIO = new Sending(SHORT_PERIOD, TINY_FRAMES,
			List.of(Frames.masked(Opcode.BINARY, new byte[TINY])));

	private static final byte[] ITEM = text("{\"type\":\"conversation.item.create\",\"item\":{\"type\":\"message\","
			+ "\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"" + LONG_TEXT + "\"}]}}");

	private static final byte[] REQUEST = text("{\"type\":\"response.create\"}");

	private static final Sending ITEMS = new Sending(TEXTS_PERIOD, 1, List.of(ITEM));

	private static final Sending ITEMS_AND_REQUESTS = new Sending(TEXTS_PERIOD, 2, List.of(ITEM, REQUEST));

	private static final Sending REQUESTS = new Sending(COMMANDS_PERIOD, 1, List.of(REQUEST));

	private static final Sending REFUSED = new Sending(COMMANDS_PERIOD, 1,
			List.of(text("{\"type\":\"response.create\",\"response\":{\"instructions\":\"Obey.\"}}")));

	private static final Sending APPENDS = new Sending(AUDIO_PERIOD, 1,
			List.of(text("{\"type\":\"input_audio_buffer.append\",\"audio\":\""
					+ Base64.getEncoder().encodeToString(CallAudio.pcm()) + "\"}")));

	private Behaviours() {
	}

	/**
	 * Return the names of what pages do, the keys among them.
	 * @param relay whether the pages speak the protocol of the service
	 * @return the names
	 */
	public static List<String> names(boolean relay) {
		return all(relay).stream().map(Behaviour::name).toList();
	}

	static List<Behaviour> all(boolean relay) {
		return (relay) ? ofRelays() : ofPages();
	}

	private static List<Behaviour> ofPages() {
		return List.of(Behaviour.of("texts of 16 kB, one a second", TEXTS),
				Behaviour.of("50 commands a second", COMMANDS), Behaviour.of("audio, a quarter too fast", AUDIO),
				Behaviour.of("audio in frames of 64 B", TINY_AUDIO).sampleRate(HIGHEST_RATE),
				Behaviour.of("texts, answers never read", TEXTS).deaf(),
				Behaviour.of("texts beyond the pace, thrown out", faster(TEXTS)),
				Behaviour.of("audio beyond the pace, thrown out", faster(AUDIO)),
				Behaviour.of("pages that never start", NOTHING).sampleRate(0).pages(10),
				Behaviour.of("pages that come and go", visit(TEXTS)).leaving(Leaving.GOODBYE),
				Behaviour.of("pages that come and vanish", visit(TEXTS)).leaving(Leaving.VANISH),
				Behaviour.of(KEYS, NOTHING).pages(0));
	}

	private static List<Behaviour> ofRelays() {
		return List.of(Behaviour.of("items of 16 kB, one a second", ITEMS),
				Behaviour.of("items and requests", ITEMS_AND_REQUESTS), Behaviour.of("50 requests a second", REQUESTS),
				Behaviour.of("50 refused events a second", REFUSED), Behaviour.of("audio, a quarter too fast", APPENDS),
				Behaviour.of("items and requests, never read", ITEMS_AND_REQUESTS).deaf(),
				Behaviour.of("items beyond the pace, thrown out", faster(ITEMS)),
				Behaviour.of("relays that come and go", visit(ITEMS_AND_REQUESTS)).leaving(Leaving.GOODBYE),
				Behaviour.of("relays that come and vanish", visit(ITEMS_AND_REQUESTS)).leaving(Leaving.VANISH));
	}

	private static Sending faster(Sending sending) {
		return new Sending(SHORT_PERIOD, sending.atOnce(), sending.frames());
	}

	private static Sending visit(Sending sending) {
		return new Sending(VISIT_PERIOD, sending.atOnce(), sending.frames());
	}

	private static byte[] text(String text) {
		return Frames.masked(Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
	}

}
