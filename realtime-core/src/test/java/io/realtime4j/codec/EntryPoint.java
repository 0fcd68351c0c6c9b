package io.realtime4j.codec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.UnknownClientEvent;
import io.realtime4j.event.server.UnknownServerEvent;
import io.realtime4j.live.codec.LiveCodec;
import io.realtime4j.live.codec.LiveParts;
import io.realtime4j.live.event.LiveEvent;
import io.realtime4j.live.event.client.UnknownLiveClientEvent;
import io.realtime4j.live.event.server.UnknownLiveServerEvent;
import io.realtime4j.translation.codec.TranslationCodec;
import io.realtime4j.translation.event.TranslationEvent;
import io.realtime4j.translation.event.UnknownTranslationClientEvent;
import io.realtime4j.translation.event.UnknownTranslationServerEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ways into the codecs, one for each family and direction: how the codec reads there,
 * how plain databind reads the same, and how the codec writes it.
 */
enum EntryPoint {

	SERVER("/events/server", EventTypes.SERVER, Codecs.GA::decodeServerEvent, UnknownServerEvent::new,
			Codecs.GA::encode, Codecs.BETA::encode),

	CLIENT("/events/client", EventTypes.CLIENT, Codecs.GA::decodeClientEvent, UnknownClientEvent::new,
			Codecs.GA::encode, Codecs.BETA::encode),

	TRANSLATION_SERVER("/translation/server", Map.of(), Codecs.TRANSLATION::decodeServerEvent,
			UnknownTranslationServerEvent::new, Codecs::encodeTranslation, null),

	TRANSLATION_CLIENT("/translation/client", Map.of(), Codecs.TRANSLATION::decodeClientEvent,
			UnknownTranslationClientEvent::new, Codecs::encodeTranslation, null),

	LIVE_SERVER("/live/server", Map.of(), Codecs.LIVE::decodeServerEvent, UnknownLiveServerEvent::new,
			Codecs::encodeLive, null),

	LIVE_CLIENT("/live/client", Map.of(), Codecs.LIVE::decodeClientEvent, UnknownLiveClientEvent::new,
			Codecs::encodeLive, null);

	private final List<JsonNode> samples;

	private final Function<String, RealtimeMessage> reading;

	private final Function<RealtimeMessage, String> writing;

	private final Function<RealtimeMessage, String> betaWriting;

	private final Map<String, Class<? extends RealtimeMessage>> types;

	private final PlainDatabind<RealtimeMessage> databind;

	EntryPoint(String folder, Map<String, ? extends Class<? extends RealtimeMessage>> types,
			Function<String, RealtimeMessage> reading, EventKinds.UnknownFactory<RealtimeMessage> unknown,
			Function<RealtimeMessage, String> writing, Function<RealtimeMessage, String> betaWriting) {
		this.samples = Json.resources(folder).map(Json::read).toList();
		this.reading = reading;
		this.writing = writing;
		this.betaWriting = betaWriting;
		this.types = new HashMap<>(types);
		this.samples
			.forEach((sample) -> this.types.put(sample.path("type").asString(), read(sample.toString()).getClass()));
		this.databind = new PlainDatabind<>(folder.startsWith("/live/") ? Codecs.LIVE_MAPPER : Codecs.MAPPER,
				new EventKinds<>(this.types, unknown));
	}

	/**
	 * Return a sample of each event that comes in here, or more.
	 */
	List<JsonNode> samples() {
		return this.samples;
	}

	/**
	 * Return the record of each event by its wire type.
	 */
	Map<String, Class<? extends RealtimeMessage>> types() {
		return this.types;
	}

	RealtimeMessage read(String text) {
		return this.reading.apply(text);
	}

	/**
	 * Return what plain databind reads, or {@code null} if it refuses the text.
	 */
	RealtimeMessage readPlainly(String text) {
		return this.databind.read(text);
	}

	String write(RealtimeMessage message) {
		return this.writing.apply(message);
	}

	boolean hasBeta() {
		return this.betaWriting != null;
	}

	String writeBeta(RealtimeMessage message) {
		return this.betaWriting.apply(message);
	}

	private static final class Codecs {

		static final RealtimeCodec GA = RealtimeCodec.create();

		static final RealtimeCodec BETA = RealtimeCodec.create(Dialect.BETA);

		static final TranslationCodec TRANSLATION = TranslationCodec.create();

		static final LiveCodec LIVE = LiveCodec.create();

		static final JsonMapper MAPPER = WireMapper.create(RealtimeCodec.MAX_LENGTH);

		static final JsonMapper LIVE_MAPPER = WireMapper.create(RealtimeCodec.MAX_LENGTH, LiveParts.unions());

		static String encodeTranslation(RealtimeMessage message) {
			return TRANSLATION.encode((TranslationEvent) message);
		}

		static String encodeLive(RealtimeMessage message) {
			return LIVE.encode((LiveEvent) message);
		}

	}

}
