package io.realtime4j.spring.boot.autoconfigure.advice;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Reads which properties there are, from the metadata that all libraries bring along.
 */
final class KnownProperties {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	private static final String PREFIX = "realtime.";

	private KnownProperties() {
	}

	/**
	 * Return the properties under {@code realtime}.
	 * @param classLoader finds the metadata
	 * @return the properties and whether they hold others, as maps and lists do; empty if
	 * the metadata cannot be read
	 */
	static Map<ConfigurationPropertyName, Boolean> read(ClassLoader classLoader) {
		Map<ConfigurationPropertyName, Boolean> known = new LinkedHashMap<>();
		try {
			for (URL url : Collections.list(classLoader.getResources(METADATA))) {
				try (InputStream in = url.openStream()) {
					JsonMapper.shared().readTree(in).path("properties").forEach((property) -> add(property, known));
				}
			}
			return known;
		}
		catch (IOException | JacksonException ex) {
			return Map.of();
		}
	}

	private static void add(JsonNode property, Map<ConfigurationPropertyName, Boolean> known) {
		String name = property.path("name").asString("");
		if (name.startsWith(PREFIX) && ConfigurationPropertyName.isValid(name)) {
			String type = property.path("type").asString("");
			boolean holding = type.startsWith("java.util.") || type.endsWith("[]");
			known.merge(ConfigurationPropertyName.of(name), holding, Boolean::logicalOr);
		}
	}

}
