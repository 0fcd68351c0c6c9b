package io.realtime4j.codec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.realtime4j.ProtocolFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What the protocol's own description says of its events.
 *
 * @param root the description
 */
record Specification(JsonNode root) {

	static Specification load() {
		return new Specification(ProtocolFiles.json("events.json"));
	}

	List<Event> events(String family) {
		List<Event> events = new ArrayList<>();
		for (String direction : List.of("client", "server")) {
			for (JsonNode event : this.root.path("families").path(family).path(direction)) {
				events.add(new Event(family, direction, event));
			}
		}
		return events;
	}

	/**
	 * Return the events of all families that there are codecs for.
	 */
	Stream<Event> all() {
		return Stream.of("realtime", "realtime_beta", "transcription", "translation", "live")
			.flatMap((family) -> events(family).stream());
	}

	/**
	 * Return the schema of the type of a field, which may be named or stand in the field.
	 */
	JsonNode resolve(JsonNode type) {
		JsonNode schema = type.has("ref") ? this.root.path("schemas").path(type.path("ref").asString(""))
				: MissingNode.getInstance();
		return schema.isMissingNode() ? type : schema;
	}

	static String kind(JsonNode schema) {
		String kind = schema.path("kind").asString(schema.path("type").asString("any"));
		return kind.equals("enum") ? "string" : kind;
	}

	/**
	 * Return all texts that a schema lists.
	 */
	static Set<String> texts(JsonNode schema) {
		Set<String> texts = new LinkedHashSet<>();
		if (schema.path("const").isString()) {
			texts.add(schema.path("const").stringValue());
		}
		for (String list : List.of("enum", "spec_enum_extra")) {
			schema.path(list).forEach((value) -> texts.add(value.asString("")));
		}
		return texts;
	}

	static JsonNode field(JsonNode schema, String name) {
		return schema.path("fields")
			.valueStream()
			.filter((field) -> field.path("name").asString("").equals(name))
			.findFirst()
			.orElse(MissingNode.getInstance());
	}

	/**
	 * An event as it is described.
	 *
	 * @param family the protocol that it belongs to
	 * @param direction who says it, {@code client} or {@code server}
	 * @param schema its members
	 */
	record Event(String family, String direction, JsonNode schema) {

		String type() {
			return this.schema.path("type").asString("");
		}

		EntryPoint entry() {
			boolean server = this.direction.equals("server");
			return switch (this.family) {
				case "translation" -> server ? EntryPoint.TRANSLATION_SERVER : EntryPoint.TRANSLATION_CLIENT;
				case "live" -> server ? EntryPoint.LIVE_SERVER : EntryPoint.LIVE_CLIENT;
				default -> server ? EntryPoint.SERVER : EntryPoint.CLIENT;
			};
		}

		Class<?> record() {
			return entry().types().get(type());
		}

		@Override
		public String toString() {
			return this.family + " " + this.direction + " " + type() + " (" + this.schema.path("schema").asString("")
					+ ")";
		}

	}

}
