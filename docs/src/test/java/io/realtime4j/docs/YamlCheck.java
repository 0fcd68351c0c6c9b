package io.realtime4j.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.realtime4j.spring.boot.autoconfigure.RealtimeProperties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * Checks YAML of the documentation: each key is a property that somebody reads, and each
 * value has the form that it needs.
 */
final class YamlCheck {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)(?::[^}]*)?}");

	private final Map<String, String> types = new HashMap<>();

	YamlCheck() {
		try {
			for (URL metadata : Collections
				.list(getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
				try (InputStream json = metadata.openStream()) {
					add(JsonMapper.shared().readTree(json));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the keys that nobody reads. Values that cannot be bound are an exception.
	 */
	List<String> strayKeys(Snippet snippet) {
		Map<String, Object> values = values(snippet);
		values.replaceAll((name, value) -> PLACEHOLDER.matcher(String.valueOf(value)).replaceAll("of-the-environment"));
		new Binder(new MapConfigurationPropertySource(values)).bind("realtime", RealtimeProperties.class);
		return values.keySet().stream().filter((key) -> !isKnown(key.replaceAll("\\[\\d+]", ""))).toList();
	}

	static Map<String, Object> values(Snippet snippet) {
		Map<String, Object> values = new HashMap<>();
		try {
			for (PropertySource<?> source : new YamlPropertySourceLoader().load(snippet.toString(),
					new ByteArrayResource(snippet.code().getBytes(StandardCharsets.UTF_8)))) {
				for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
					values.put(name, String.valueOf(source.getProperty(name)));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return values;
	}

	private void add(JsonNode metadata) {
		metadata.path("properties")
			.forEach(
					(property) -> this.types.put(property.path("name").asString(), property.path("type").asString("")));
	}

	private boolean isKnown(String key) {
		for (String name = key; !name.isEmpty(); name = name.substring(0, Math.max(0, name.lastIndexOf('.')))) {
			String type = this.types.get(name);
			if (type != null) {
				return name.equals(key) || type.startsWith("java.util.Map");
			}
		}
		return false;
	}

}
