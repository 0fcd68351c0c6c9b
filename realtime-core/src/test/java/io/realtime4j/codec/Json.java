package io.realtime4j.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * JSON for tests, read apart from the codec that they test.
 */
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private Json() {
	}

	/**
	 * Read a JSON text that has no member twice; single quotes may stand for double
	 * quotes where it has none.
	 */
	static JsonNode read(String text) {
		return MAPPER.readTree(quoted(text));
	}

	/**
	 * Return a JSON text that was written with single quotes.
	 */
	static String quoted(String text) {
		return (text.indexOf('"') < 0) ? text.replace('\'', '"') : text;
	}

	static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	static JsonNode value(Object value) {
		return MAPPER.valueToTree(value);
	}

	static String resource(String name) {
		try (InputStream stream = Json.class.getResourceAsStream(name)) {
			assertThat(stream).as("the sample " + name).isNotNull();
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the texts of all files of a folder, in the order of their names.
	 */
	static Stream<String> resources(String folder) {
		return names(folder).map((name) -> resource(folder + "/" + name));
	}

	static Stream<String> names(String folder) {
		try (Stream<Path> files = Files.list(Path.of(Json.class.getResource(folder).toURI()))) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static void assertSame(String actual, String expected) {
		assertSame(read(actual), read(expected));
	}

	static void assertSame(JsonNode actual, JsonNode expected) {
		assertThat(JsonDifference.between(expected, actual)).as(() -> "%s, to be %s".formatted(actual, expected))
			.isEmpty();
	}

}
