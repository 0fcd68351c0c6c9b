package io.realtime4j.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import io.realtime4j.codec.Dialect;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Creates frames of true shape and size, as a server writes them: without white space,
 * their members in its order. The values are invented.
 */
final class FrameFactory {

	private static final String ID_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

	private static final int PADDED_LENGTH = 16;

	private static final String[] WORDS = { " The", " next", " train", " leaves", " at", " ten", ",", " from",
			" platform", " four", ".", " You", " can", " still", " reach", " it", ";", " it’s", " only", " a", " short",
			" walk", " over", " the", " bridge" };

	private static final String INSTRUCTIONS = "You are the voice of a harbour railway. Answer in one or two short "
			+ "sentences and name the platform first. If a traveller’s question is not about trains, say kindly that "
			+ "you do not know. Speak at an even pace, spell out numbers below thirteen, and never guess a time: look "
			+ "it up with a function whenever you can, and say so if it does not answer.";

	private static final String TRANSCRIPT = "The next train leaves at ten, from platform four. You can still reach "
			+ "it; it’s only a short walk over the bridge. After that there is one every twenty minutes until seven, "
			+ "then one an hour. The lift on the south side is out of order today, so please take the ramp. ";

	private final Random random = new Random(4711);

	private final Map<String, String> templates;

	private final Map<String, String> ids = new LinkedHashMap<>();

	private int word;

	FrameFactory(Dialect dialect) {
		this.templates = templates(dialect);
		this.ids.put("{session_id}", "sess_" + id(21));
		this.ids.put("{conversation_id}", "conv_" + id(21));
		this.ids.put("{response_id}", "resp_" + id(21));
		this.ids.put("{item_id}", "item_" + id(21));
		this.ids.put("{call_item_id}", "item_" + id(21));
		this.ids.put("{call_id}", "call_" + id(16));
	}

	Frame plain(String type) {
		return new Frame(type, fill(type), null, null);
	}

	Frame audio(int bytes) {
		byte[] pcm = speech(bytes);
		String json = fill("response.output_audio.delta").replace("{delta}", Base64.getEncoder().encodeToString(pcm));
		return new Frame("response.output_audio.delta", json, pcm, null);
	}

	Frame words(String type) {
		String text = WORDS[this.word++ % WORDS.length];
		String json = fill(type).replace("{delta}", text).replace("{obfuscation}", id(PADDED_LENGTH - text.length()));
		return new Frame(type, json, null, text);
	}

	Frame sessionCreated() {
		String json = fill("session.created").replace("{instructions}", INSTRUCTIONS);
		return new Frame("session.created", json, null, INSTRUCTIONS);
	}

	Frame withTranscript(String type) {
		String transcript = "response.done".equals(type) ? TRANSCRIPT.repeat(5).strip() : TRANSCRIPT.strip();
		return new Frame(type, fill(type).replace("{transcript}", transcript), null, transcript);
	}

	private String fill(String type) {
		@Nullable String template = this.templates.get(type);
		if (template == null) {
			throw new IllegalArgumentException("No template for " + type);
		}
		String json = template.replace("{event_id}", "event_" + id(21));
		for (Map.Entry<String, String> id : this.ids.entrySet()) {
			json = json.replace(id.getKey(), id.getValue());
		}
		return json;
	}

	private byte[] speech(int bytes) {
		// A few harmonics with noise over them, as 16-bit samples
		byte[] pcm = new byte[bytes];
		double pitch = 100 + 100 * this.random.nextDouble();
		for (int i = 0; i < bytes / 2; i++) {
			double angle = 2 * Math.PI * pitch * i / 24_000;
			double value = 6_000 * Math.sin(angle) + 3_000 * Math.sin(2 * angle) + 1_500 * Math.sin(5 * angle);
			int sample = (int) (value + 500 * this.random.nextGaussian());
			pcm[2 * i] = (byte) sample;
			pcm[2 * i + 1] = (byte) (sample >> 8);
		}
		return pcm;
	}

	private String id(int length) {
		StringBuilder id = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			id.append(ID_CHARACTERS.charAt(this.random.nextInt(ID_CHARACTERS.length())));
		}
		return id.toString();
	}

	private static Map<String, String> templates(Dialect dialect) {
		String name = "/frames/" + dialect.name().toLowerCase(Locale.ROOT) + ".json";
		Map<String, String> templates = new LinkedHashMap<>();
		try (InputStream stream = FrameFactory.class.getResourceAsStream(name)) {
			JsonMapper.shared()
				.readTree(stream)
				.properties()
				.forEach((entry) -> templates.put(entry.getKey(), entry.getValue().toString()));
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot read " + name, ex);
		}
		return templates;
	}

}
