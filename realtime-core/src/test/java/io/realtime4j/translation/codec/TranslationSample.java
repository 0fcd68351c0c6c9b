package io.realtime4j.translation.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.realtime4j.translation.event.TranslationEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sample of an event of the translation family, in a file that has the name of its
 * type, with more after a dash where one cannot show everything.
 *
 * @param direction who says it, {@code client} or {@code server}
 * @param file the name of its file
 */
record TranslationSample(String direction, String file) {

	static Stream<TranslationSample> all() {
		return Stream.of("client", "server").flatMap(TranslationSample::of);
	}

	private static Stream<TranslationSample> of(String direction) {
		try (Stream<Path> files = Files.list(path(direction))) {
			List<String> names = files.map((file) -> file.getFileName().toString()).sorted().toList();
			return names.stream().map((name) -> new TranslationSample(direction, name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path path(String name) {
		try {
			return Path.of(TranslationSample.class.getResource("/translation/" + name).toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static JsonNode read(String json) {
		return JsonMapper.shared().readTree(json);
	}

	boolean isOfServer() {
		return this.direction.equals("server");
	}

	String type() {
		String name = this.file.substring(0, this.file.length() - ".json".length());
		return name.contains("-") ? name.substring(0, name.indexOf('-')) : name;
	}

	String text() {
		try {
			return Files.readString(path(this.direction + "/" + this.file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	JsonNode json() {
		return read(text());
	}

	TranslationEvent decode(TranslationCodec codec) {
		return isOfServer() ? codec.decodeServerEvent(text()) : codec.decodeClientEvent(text());
	}

	@Override
	public String toString() {
		return this.direction + "/" + this.file;
	}

}
