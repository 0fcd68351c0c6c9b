package io.realtime4j.codec;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.realtime4j.audio.AudioData;
import io.realtime4j.model.MaxOutputTokens;
import io.realtime4j.model.Toggle;
import io.realtime4j.model.response.Response;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.model.session.RealtimeSessionSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Goes along the schemas of events and the records of the model at once, and notes what
 * the model lacks.
 */
final class SpecificationWalk {

	private static final Map<Class<?>, BetaShape> BETA_PLACES = Map.of(RealtimeSessionSettings.class, BetaShape.SESSION,
			ResponseSettings.class, BetaShape.RESPONSE, Response.class, BetaShape.RESPONSE);

	private static final Map<String, Set<Class<?>>> PLAIN = Map.of("string", Set.of(String.class, AudioData.class),
			"integer", Set.of(long.class, Long.class), "number", Set.of(double.class, Double.class), "boolean",
			Set.of(boolean.class, Boolean.class), "any", Set.of(JsonNode.class));

	/**
	 * What only the service looks at: where a shell of its own runs.
	 */
	private static final Set<String> KEPT_AS_JSON = Set.of(".tools[].environment");

	private final Specification specification;

	private final Set<String> missing = new TreeSet<>();

	private final Set<String> missingConstants = new TreeSet<>();

	private final Set<String> visited = new HashSet<>();

	private final Set<Class<?>> records = new HashSet<>();

	private final Set<String> components = new TreeSet<>();

	private final Set<String> constants = new HashSet<>();

	private final Set<Class<?>> openValues = new HashSet<>();

	private SpecificationWalk(Specification specification) {
		this.specification = specification;
	}

	static SpecificationWalk through(Specification specification) {
		SpecificationWalk walk = new SpecificationWalk(specification);
		specification.all().filter((event) -> event.record() != null).forEach(walk::event);
		return walk;
	}

	Set<String> missing() {
		return this.missing;
	}

	Set<String> missingConstants() {
		return this.missingConstants;
	}

	/**
	 * Return the components of the records that were met which no schema names.
	 */
	Set<String> additionalComponents() {
		return this.records.stream()
			.flatMap((type) -> Stream.of(type.getRecordComponents())
				.map((component) -> ModelParts.name(type, component)))
			.filter((name) -> !name.endsWith(".extra") && !this.components.contains(name))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Return the constants of the open values that were met which no schema lists.
	 */
	Set<String> additionalConstants() {
		return this.openValues.stream()
			.flatMap((type) -> constants(type).stream().map((value) -> type.getSimpleName() + " " + value))
			.filter((name) -> !this.constants.contains(name))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	void event(Specification.Event event) {
		object(event.type(), event.schema(), event.record());
	}

	private void value(String path, JsonNode type, Type declared) {
		Type target = isA(declared, Toggle.class) ? argument(declared, 0) : declared;
		JsonNode schema = this.specification.resolve(type);
		Union<?> union = union(target);
		if (isKeptAsJson(path, schema, target, union)) {
			return;
		}
		switch (Specification.kind(schema)) {
			case "object" -> objects(path, schema, target, union);
			case "union" -> schema.path("variants").forEach((variant) -> value(path, variant, target));
			case "array" -> array(path, schema, target, union);
			case "map" -> {
				check(path, isA(target, Map.class) && argument(target, 0) == String.class);
				value(path + "{}", schema.path("values"), argument(target, 1));
			}
			case "string" -> string(path, schema, target, union);
			case "integer" -> check(path, isPlain("integer", target) || target == MaxOutputTokens.class
					|| (union != null && isKnown(union.scalar(Json.value(1L)))));
			case "number" -> check(path,
					isPlain(schema.has("int_guess") ? "integer" : "number", target) || target == MaxOutputTokens.class);
			default -> check(path, isPlain(Specification.kind(schema), target));
		}
	}

	private void array(String path, JsonNode schema, Type target, Union<?> union) {
		if (union != null && union.elements() != null && !Specification.kind(schema.path("items")).equals("string")) {
			value(path + "[]", schema.path("items"), union.elements().type());
		}
		else if (union != null) {
			check(path, isKnown(union.scalar(Json.object().arrayNode().add("text"))));
		}
		else if (check(path, isA(target, List.class))) {
			value(path + "[]", schema.path("items"), argument(target, 0));
		}
	}

	private void string(String path, JsonNode schema, Type target, Union<?> union) {
		Class<?> type = (Class<?>) target;
		if (union != null) {
			Object text = union.scalar(Json.value("text"));
			check(path, isKnown(text));
			type = text.getClass();
		}
		boolean audio = schema.path("encoding").asString("").equals("base64") && !path.endsWith(".image_url");
		check(path, type == String.class || isOpenValue(type) || type == MaxOutputTokens.class || audio);
		check(path, audio == (type == AudioData.class));
		if (isOpenValue(type)) {
			constants(path, Specification.texts(schema), type);
		}
		else {
			// A single value needs no constant: it is the name of a kind
			check(path, Specification.texts(schema).size() < 2);
		}
	}

	private void constants(String path, Set<String> texts, Class<?> type) {
		this.openValues.add(type);
		Set<String> known = constants(type);
		for (String text : texts) {
			this.constants.add(type.getSimpleName() + " " + text);
			if (!known.contains(text)) {
				this.missingConstants.add(path + ": " + type.getSimpleName() + " has no constant " + text);
			}
		}
	}

	private void objects(String path, JsonNode schema, Type target, Union<?> union) {
		Set<String> kinds = FlatKinds.of(schema);
		if (union == null) {
			object(path, schema, (Class<?>) target);
		}
		else if (kinds.isEmpty()) {
			JsonNode type = Specification.field(schema, "type");
			JsonNode role = Specification.field(schema, "role");
			variant(path, schema, union, type.path("const").asString(""), role.path("const").asString(""));
		}
		else {
			kinds.forEach((kind) -> {
				Set<String> roles = kind.equals("message") ? Specification.texts(Specification.field(schema, "role"))
						: Set.of("");
				roles.forEach((role) -> variant(path + "/" + kind, schema, union, kind, role));
			});
		}
	}

	private void variant(String path, JsonNode schema, Union<?> union, String type, String role) {
		ObjectNode object = Json.object();
		if (!type.isEmpty()) {
			object.put("type", type).put("role", role);
		}
		Class<?> variant = union.variant(object);
		if (variant == null && isKnown(union.unknown(object))) {
			// All other kinds are kept as their JSON by design
			return;
		}
		if (check(path + " as " + type + " " + role, variant != null)) {
			object(path, schema, variant);
		}
	}

	private void object(String path, JsonNode schema, Class<?> record) {
		if (!check(path, record.isRecord()) || !this.visited.add(path + schema.hashCode() + record)) {
			return;
		}
		this.records.add(record);
		Set<String> kinds = FlatKinds.of(schema);
		String kind = path.substring(path.lastIndexOf('/') + 1);
		for (JsonNode field : schema.path("fields")) {
			String name = field.path("name").asString("");
			boolean ofAnotherKind = !kinds.isEmpty() && kinds.contains(kind) && !FlatKinds.hasMember(kind, name);
			check(path + "." + name + " of no kind",
					kinds.isEmpty() || kinds.stream().anyMatch((each) -> FlatKinds.hasMember(each, name)));
			if (!ofAnotherKind && !isImplied(record, name)) {
				member(path, field, name, record);
			}
		}
	}

	private void member(String path, JsonNode field, String name, Class<?> record) {
		BetaShape shape = BETA_PLACES.get(record);
		if (component(record, name) == null && shape != null) {
			for (BetaShape.Move move : shape.moves()) {
				if (move.flat().equals(name)) {
					moved(path + "." + name, field, move, record);
					return;
				}
			}
		}
		RecordComponent component = component(record, name);
		if (check(path + "." + name, component != null)) {
			this.components.add(ModelParts.name(record, component));
			value(path + "." + name, field, component.getGenericType());
		}
	}

	private void moved(String path, JsonNode field, BetaShape.Move move, Class<?> record) {
		Class<?> type = record;
		for (String step : move.parents()) {
			RecordComponent component = component(type, step);
			this.components.add(ModelParts.name(type, component));
			this.records.add(type);
			type = component.getType();
		}
		RecordComponent component = component(type, move.name());
		this.components.add(ModelParts.name(type, component));
		if (!move.isFormat()) {
			value(path, field, component.getGenericType());
			return;
		}
		for (String name : Specification.texts(field)) {
			JsonNode format = BetaFormats.toGa(Json.value(name));
			check(path + " " + name, format.isObject()
					&& union(component.getGenericType()).variant(format.path("type").asString("")) != null);
		}
	}

	private boolean check(String path, boolean present) {
		if (!present) {
			this.missing.add(path);
		}
		return present;
	}

	// The type of an event and of a variant, and the role of a message, follow from the
	// record
	private static boolean isImplied(Class<?> record, String name) {
		return component(record, name) == null && Stream.of(record.getMethods())
			.anyMatch((method) -> wireName(method.getName()).equals(name) && method.getParameterCount() == 0
					&& Set.of("type", "role").contains(name));
	}

	private static RecordComponent component(Class<?> record, String name) {
		return Stream.of(record.getRecordComponents())
			.filter((component) -> wireName(component.getName()).equals(name) && !component.getName().equals("extra"))
			.findFirst()
			.orElse(null);
	}

	private static String wireName(String name) {
		return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
	}

	private static Union<?> union(Type type) {
		return AllUnions.LIST.stream().filter((union) -> union.type() == type).findFirst().orElse(null);
	}

	/**
	 * Return whether a value has no one shape, or is of another interface of the service,
	 * so that the model has it as JSON.
	 */
	private boolean isKeptAsJson(String path, JsonNode schema, Type target, Union<?> union) {
		boolean free = target == JsonNode.class && Set.of("union", "map").contains(Specification.kind(schema))
				&& hasNoMembers(schema);
		boolean others = union != null && Specification.kind(schema).equals("map")
				&& isKnown(union.unknown(Json.object()));
		return free || others || KEPT_AS_JSON.stream().anyMatch(path::endsWith);
	}

	private boolean hasNoMembers(JsonNode type) {
		JsonNode schema = this.specification.resolve(type);
		return switch (Specification.kind(schema)) {
			case "object" -> false;
			case "union" -> schema.path("variants").valueStream().allMatch(this::hasNoMembers);
			case "array" -> hasNoMembers(schema.path("items"));
			case "map" -> hasNoMembers(schema.path("values"));
			default -> true;
		};
	}

	private static boolean isKnown(Object variant) {
		return !variant.getClass().getSimpleName().startsWith("Unknown");
	}

	private static boolean isPlain(String kind, Type type) {
		return PLAIN.getOrDefault(kind, Set.of()).contains(type);
	}

	private static boolean isOpenValue(Class<?> type) {
		return type.isRecord() && type.getRecordComponents().length == 1
				&& type.getRecordComponents()[0].getName().equals("value")
				&& type.getRecordComponents()[0].getType() == String.class;
	}

	private static Set<String> constants(Class<?> type) {
		return Arrays.stream(type.getFields())
			.filter((field) -> Modifier.isStatic(field.getModifiers()) && field.getType() == type)
			.map(SpecificationWalk::constant)
			.collect(Collectors.toSet());
	}

	private static String constant(Field field) {
		try {
			Record value = (Record) field.get(null);
			return (String) ModelParts.value(value, value.getClass().getRecordComponents()[0]);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isA(Type type, Class<?> raw) {
		return type instanceof ParameterizedType generic && generic.getRawType() == raw;
	}

	private static Type argument(Type type, int index) {
		return ((ParameterizedType) type).getActualTypeArguments()[index];
	}

}
