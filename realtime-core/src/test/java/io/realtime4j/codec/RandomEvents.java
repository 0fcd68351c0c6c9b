package io.realtime4j.codec;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events made at random as the specification describes them.
 */
final class RandomEvents {

	private static final List<String> TEXTS = List.of("", "hello", "Grüße, 世界", "🎤🎧 \uD83D\uDC69\u200D\uD83D\uDE80",
			"\"quoted\" \\ and / \b\f\n\r\t", "\u0000\u0001\u001f\u007f\u2028\u2029\uFEFF", "{\"type\":\"error\"}",
			"null", "'", "event_042", "naïve\\u0041", "عربي עברית", "inf", "42");

	private static final List<Long> INTEGERS = List.of(0L, 1L, -1L, 7L, 24000L, 1_900_000_000L, (1L << 53) + 1,
			Long.MAX_VALUE, Long.MIN_VALUE);

	private static final List<Double> NUMBERS = List.of(0.0, 1.0, 0.1, -0.25, 1e-9, 1.7e300, 123456.789,
			0.30000000000000004);

	/**
	 * Settings that {@code null} turns off, whatever a schema says.
	 */
	private static final Set<String> CAN_BE_OFF = Set.of("turn_detection", "transcription", "noise_reduction",
			"tracing", "input_audio_transcription", "input_audio_noise_reduction");

	private final Specification specification;

	private final Random random;

	private final Extent extent;

	private final Set<String> taken = new HashSet<>();

	RandomEvents(Specification specification, long seed, Extent extent) {
		this.specification = specification;
		this.random = new Random(seed);
		this.extent = extent;
	}

	/**
	 * Return the named schemas and the branches of unions that were made so far.
	 */
	Set<String> taken() {
		return this.taken;
	}

	ObjectNode event(Specification.Event event) {
		return object(event.schema());
	}

	private JsonNode value(JsonNode type) {
		this.taken.add(type.path("ref").asString(""));
		JsonNode schema = this.specification.resolve(type);
		return switch (Specification.kind(schema)) {
			case "object" -> object(schema);
			case "union" -> union(type, schema.path("variants"));
			case "array" -> array(schema.path("items"));
			case "map" -> map(schema.path("values"));
			case "string" -> Json.value(string(schema));
			case "integer" ->
				schema.has("enum") ? pick(schema.path("enum").valueStream().toList()) : Json.value(pick(INTEGERS));
			case "number" -> schema.has("int_guess") ? Json.value(pick(INTEGERS)) : Json.value(pick(NUMBERS));
			case "boolean" -> Json.value(this.random.nextBoolean());
			default -> any();
		};
	}

	private JsonNode union(JsonNode type, JsonNode variants) {
		int branch = this.random.nextInt(variants.size());
		this.taken.add(branch + " of " + type.path("ref").asString(variants.toString()));
		return value(variants.get(branch));
	}

	private ObjectNode object(JsonNode schema) {
		Set<String> kinds = FlatKinds.of(schema);
		String kind = kinds.isEmpty() ? null : pick(List.copyOf(kinds));
		List<JsonNode> fields = new ArrayList<>(schema.path("fields").valueStream().toList());
		if (this.extent != Extent.REQUIRED && this.random.nextInt(3) == 0) {
			Collections.shuffle(fields, this.random);
		}
		ObjectNode object = Json.object();
		for (JsonNode field : fields) {
			String name = field.path("name").asString("");
			if (kind != null && name.equals("type")) {
				object.put(name, kind);
			}
			else if ((kind == null || FlatKinds.hasMember(kind, name)) && isPresent(field, kind)) {
				object.set(name, isNull(field) ? NullNode.getInstance() : value(field));
			}
		}
		return object;
	}

	private boolean isPresent(JsonNode field, String kind) {
		String name = field.path("name").asString("");
		boolean tellsKind = (name.equals("type") && field.has("const"))
				|| ("message".equals(kind) && name.equals("role"));
		return switch (this.extent) {
			case ALL -> true;
			case REQUIRED -> tellsKind || field.path("required").asBoolean(false);
			case SOME -> tellsKind || field.path("required").asBoolean(false) || this.random.nextBoolean();
		};
	}

	private boolean isNull(JsonNode field) {
		boolean nullable = field.path("nullable").asBoolean(false)
				|| (CAN_BE_OFF.contains(field.path("name").asString(""))
						&& !field.path("type").asString("").equals("string"));
		return this.extent != Extent.ALL && nullable && this.random.nextInt(4) == 0;
	}

	private ArrayNode array(JsonNode items) {
		ArrayNode array = Json.object().arrayNode();
		int size = (this.extent == Extent.ALL) ? 2 + this.random.nextInt(3) : this.random.nextInt(3);
		for (int i = 0; i < size; i++) {
			array.add(value(items));
		}
		return array;
	}

	private ObjectNode map(JsonNode values) {
		ObjectNode map = Json.object();
		int size = (this.extent == Extent.ALL) ? 3 : this.random.nextInt(3);
		for (int i = 0; i < size; i++) {
			map.set(pick(TEXTS) + i, value(values));
		}
		return map;
	}

	private String string(JsonNode schema) {
		Set<String> texts = Specification.texts(schema);
		if (!texts.isEmpty() && (!schema.path("open").asBoolean(false) || this.random.nextInt(4) > 0)) {
			return pick(List.copyOf(texts));
		}
		return switch (schema.path("encoding").asString("")) {
			case "base64" -> base64();
			case "data-uri" -> "data:image/png;base64," + base64();
			default -> (this.random.nextInt(40) == 0) ? pick(TEXTS).repeat(3000) : pick(TEXTS);
		};
	}

	private String base64() {
		byte[] bytes = new byte[(this.random.nextInt(20) == 0) ? 48_000 : this.random.nextInt(100)];
		this.random.nextBytes(bytes);
		return Base64.getEncoder().encodeToString(bytes);
	}

	// The values that no schema restricts are JSON objects: schemas, metadata
	private ObjectNode any() {
		ObjectNode object = Json.object().put("type", pick(TEXTS)).put("integer", pick(INTEGERS));
		object.putArray("enum").add(pick(TEXTS)).addNull().add(pick(NUMBERS)).add(this.random.nextBoolean());
		object.putObject("properties").putObject(pick(TEXTS)).putObject("role").putArray("empty");
		return object;
	}

	private <T> T pick(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	/**
	 * How many of the optional members are there.
	 */
	enum Extent {

		ALL, REQUIRED, SOME

	}

}
