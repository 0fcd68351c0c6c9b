package io.realtime4j.codec;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.live.codec.LiveCodec;
import io.realtime4j.live.event.LiveEvent;
import tools.jackson.databind.JsonNode;

/**
 * The samples of all events: one file for each wire type, with more after a dash where
 * one cannot show everything.
 */
final class EventSamples {

	private static final Set<String> BETA_ONLY = Set.of("transcription_session.update", "transcription_session.created",
			"transcription_session.updated");

	private static final Set<String> GA_ONLY = Set.of("conversation.item.added", "conversation.item.done",
			"input_audio_buffer.timeout_triggered", "input_audio_buffer.dtmf_event_received");

	private static final RealtimeCodec GA = RealtimeCodec.create();

	private static final LiveCodec LIVE = LiveCodec.create();

	private static final RealtimeCodec BETA = RealtimeCodec.create(Dialect.BETA);

	private EventSamples() {
	}

	static Stream<Sample> all() {
		return Stream.of("client", "server").flatMap(EventSamples::of);
	}

	static Stream<Sample> of(String direction) {
		return of("events", direction);
	}

	/**
	 * Return the samples of the families that have two packages of events.
	 */
	static Stream<Sample> ofAllFamilies() {
		return Stream.of("events", "live").flatMap(EventSamples::ofFamily);
	}

	static Stream<Sample> ofFamily(String family) {
		return Stream.of("client", "server").flatMap((direction) -> of(family, direction));
	}

	static Stream<Sample> of(String family, String direction) {
		return Json.names("/" + family + "/" + direction).map((file) -> new Sample(family, direction, file));
	}

	/**
	 * Return the samples of a direction as beta writes them, as far as it can.
	 */
	static List<JsonNode> inBeta(String direction) {
		return of(direction).filter((sample) -> !sample.isGaOnly())
			.map((sample) -> Json.read(BETA.encode(sample.decode())))
			.toList();
	}

	/**
	 * A sample of an event.
	 *
	 * @param family the folder of its family
	 * @param direction who says it, {@code client} or {@code server}
	 * @param file the name of its file
	 */
	record Sample(String family, String direction, String file) {

		String type() {
			String name = this.file.substring(0, this.file.length() - ".json".length());
			return name.contains("-") ? name.substring(0, name.indexOf('-')) : name;
		}

		String text() {
			return Json.resource("/" + this.family + "/" + this.direction + "/" + this.file);
		}

		JsonNode json() {
			return Json.read(text());
		}

		boolean isGaOnly() {
			return GA_ONLY.contains(type()) || json().path("session").path("type").asString("").equals("transcription");
		}

		RealtimeCodec codec() {
			boolean inBeta = BETA_ONLY.contains(type()) || this.file.endsWith("-older.json");
			return inBeta ? BETA : GA;
		}

		RealtimeMessage decode() {
			return decode(text());
		}

		RealtimeMessage decode(String text) {
			boolean server = this.direction.equals("server");
			if (isLive()) {
				return server ? LIVE.decodeServerEvent(text) : LIVE.decodeClientEvent(text);
			}
			return server ? codec().decodeServerEvent(text) : codec().decodeClientEvent(text);
		}

		String encode(RealtimeMessage message) {
			return (message instanceof LiveEvent event) ? LIVE.encode(event) : codec().encode(message);
		}

		private boolean isLive() {
			return this.family.equals("live");
		}

		@Override
		public String toString() {
			return this.family + "/" + this.direction + "/" + this.file;
		}

	}

}
