package io.realtime4j.spring.boot.autoconfigure.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;

import io.realtime4j.spring.boot.autoconfigure.RealtimeProperties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The metadata of the configuration properties under {@code realtime}, with an example
 * for each.
 */
final class ConfigurationMetadata {

	private static final String PREFIX = "realtime";

	private final JsonNode metadata;

	private final Properties examples = new Properties();

	ConfigurationMetadata() {
		try (InputStream json = RealtimeProperties.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json");
				InputStream values = getClass().getResourceAsStream("/settings-examples.properties")) {
			this.metadata = JsonMapper.shared().readTree(json);
			this.examples.load(values);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<Group> groups() {
		return this.metadata.path("groups")
			.valueStream()
			.map((group) -> new Group(text(group, "name"), text(group, "description"), text(group, "type")))
			.filter((group) -> group.name().startsWith(PREFIX))
			.distinct()
			.sorted(Comparator.comparing(Group::name))
			.toList();
	}

	List<Setting> settings() {
		return this.metadata.path("properties").valueStream().map((property) -> {
			String name = text(property, "name");
			JsonNode value = property.path("defaultValue");
			return new Setting(name, text(property, "type"), text(property, "description"),
					value.isMissingNode() ? null : text(value), example(name));
		}).filter((setting) -> setting.name().startsWith(PREFIX)).sorted(Comparator.comparing(Setting::name)).toList();
	}

	/**
	 * Return the examples whose property does not exist.
	 */
	List<String> strayExamples() {
		List<String> names = settings().stream().map(Setting::name).toList();
		return this.examples.stringPropertyNames()
			.stream()
			.filter((example) -> names.stream().noneMatch((name) -> isOf(example, name)))
			.toList();
	}

	private @Nullable Example example(String name) {
		return this.examples.stringPropertyNames()
			.stream()
			.filter((example) -> isOf(example, name))
			.map((example) -> new Example(example, this.examples.getProperty(example)))
			.findFirst()
			.orElse(null);
	}

	private static boolean isOf(String example, String name) {
		return example.equals(name) || example.startsWith(name + ".");
	}

	private static String text(JsonNode value) {
		return value.isArray() ? String.join(",", value.valueStream().map(JsonNode::asString).toList())
				: value.asString();
	}

	private static String text(JsonNode node, String name) {
		return node.path(name).asString("");
	}

	/**
	 * Group of properties.
	 */
	record Group(String name, String description, String type) {

	}

	/**
	 * Property.
	 */
	record Setting(String name, String type, String description, @Nullable String defaultValue,
			@Nullable Example given) {

		/**
		 * Return the example that is given, or the default.
		 */
		Example example() {
			if (this.given != null) {
				return this.given;
			}
			return new Example(this.name, String.valueOf(this.defaultValue));
		}

		boolean isIn(String group) {
			return this.name.startsWith(group + ".") && this.name.indexOf('.', group.length() + 1) < 0;
		}

	}

	/**
	 * Value of a property, or of one of its entries.
	 */
	record Example(String name, String value) {

	}

}
