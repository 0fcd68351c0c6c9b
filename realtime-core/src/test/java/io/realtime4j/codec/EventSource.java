package io.realtime4j.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The record of an event, with what its Javadoc says.
 */
final class EventSource {

	private static final Path SOURCES = Path.of("src", "main", "java");

	private static final Pattern JAVADOC = Pattern
		.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+[^\\n]*\\n)*public record", Pattern.DOTALL);

	private static final Pattern WIRE_TYPE = Pattern.compile("Wire\\s+type\\s+\\{@code\\s+([\\w.]+)\\}");

	private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)? (?:[\\w.]*[.#])?(\\w+)(?:\\([^)]*\\))?\\}");

	private final Class<?> type;

	private final String description;

	private final Map<String, String> members = new LinkedHashMap<>();

	private final String wireType;

	EventSource(Class<?> type) {
		this.type = type;
		String javadoc = javadoc(type);
		Matcher wireType = WIRE_TYPE.matcher(javadoc);
		if (!wireType.find()) {
			throw new IllegalStateException(type + " does not say its wire type");
		}
		this.wireType = wireType.group(1);
		String[] parts = javadoc.split("@(?=param|since|see)");
		this.description = plain(parts[0].replaceAll("(?s)\\s*Wire\\s+type\\s+\\{@code.*", ""));
		Arrays.stream(parts).filter((part) -> part.startsWith("param ")).forEach((part) -> {
			String[] words = part.substring("param ".length()).strip().split("\\s", 2);
			this.members.put(words[0], plain(words[1]));
		});
	}

	String wireType() {
		return this.wireType;
	}

	String description() {
		return this.description;
	}

	Class<?> type() {
		return this.type;
	}

	List<Member> members() {
		return Arrays.stream(this.type.getRecordComponents())
			.map((component) -> new Member(wireName(component), component.getType().getSimpleName(),
					this.members.getOrDefault(component.getName(), "")))
			.toList();
	}

	private static String wireName(RecordComponent component) {
		JsonProperty named = component.getAnnotation(JsonProperty.class);
		if (named != null && !named.value().isEmpty()) {
			return named.value();
		}
		return component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
	}

	private static String javadoc(Class<?> type) {
		try {
			String source = Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
			Matcher javadoc = JAVADOC.matcher(source);
			if (!javadoc.find()) {
				throw new IllegalStateException(type + " has no Javadoc");
			}
			return javadoc.group(1).replaceAll("(?m)^\\s*\\*", "").strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String plain(String javadoc) {
		return LINK.matcher(javadoc)
			.replaceAll("`$1`")
			.replaceAll("\\{@code ([^}]*)\\}", "`$1`")
			.replaceAll("</?(p|em|b)>", "")
			.replace("|", "\\|")
			.replaceAll("\\s+", " ")
			.strip();
	}

	/**
	 * Member of an event.
	 *
	 * @param name the name on the wire
	 * @param type the simple name of the Java type
	 * @param meaning the description
	 */
	record Member(String name, String type, String meaning) {

	}

}
