package io.realtime4j.codec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rule by which the variants of a union of the model are told apart. What fits none of
 * them becomes the unknown variant.
 *
 * @param <T> the union
 */
final class Union<T> {

	private final Class<T> type;

	private final Function<JsonNode, T> unknown;

	private final Map<String, Class<? extends T>> variants = new HashMap<>();

	private @Nullable Class<? extends T> untyped;

	private @Nullable Class<? extends T> anyType;

	private String anyTypeNeeds = "";

	private @Nullable Function<String, ? extends T> text;

	private @Nullable Function<List<String>, ? extends T> array;

	private @Nullable Function<Long, ? extends T> number;

	private Union(Class<T> type, Function<JsonNode, T> unknown) {
		this.type = type;
		this.unknown = unknown;
	}

	static <T> Union<T> of(Class<T> type, Function<JsonNode, T> unknown) {
		return new Union<>(type, unknown);
	}

	Union<T> variant(String name, Class<? extends T> variant) {
		this.variants.put(name, variant);
		return this;
	}

	Union<T> untyped(Class<? extends T> variant) {
		this.untyped = variant;
		return this;
	}

	/**
	 * Add a variant for objects of all other types that have this member.
	 */
	Union<T> anyType(Class<? extends T> variant, String needs) {
		this.anyType = variant;
		this.anyTypeNeeds = needs;
		return this;
	}

	Union<T> text(Function<String, ? extends T> factory) {
		this.text = factory;
		return this;
	}

	Union<T> array(Function<List<String>, ? extends T> factory) {
		this.array = factory;
		return this;
	}

	Union<T> number(Function<Long, ? extends T> factory) {
		this.number = factory;
		return this;
	}

	Class<T> type() {
		return this.type;
	}

	T unknown(JsonNode node) {
		return this.unknown.apply(node);
	}

	/**
	 * Create a value of the variant for JSON that is not an object.
	 */
	T scalar(JsonNode node) {
		if (node.isString() && this.text != null) {
			return this.text.apply(node.stringValue());
		}
		if (node.canConvertToLong() && node.isIntegralNumber() && this.number != null) {
			return this.number.apply(node.longValue());
		}
		if (node.isArray() && this.array != null && node.valueStream().allMatch(JsonNode::isString)) {
			return this.array.apply(node.valueStream().map(JsonNode::stringValue).toList());
		}
		return unknown(node);
	}

	/**
	 * Return the key of a variant. Only messages need the role beside the type.
	 */
	static String key(String type, String role) {
		return "message".equals(type) ? type + "/" + role : type;
	}

	@Nullable Class<? extends T> variant(String key) {
		return this.variants.get(key);
	}

	/**
	 * Return the variant that an object is bound to.
	 */
	@Nullable Class<? extends T> variant(ObjectNode object) {
		Class<? extends T> variant = variant(key(object.path("type").asString(""), object.path("role").asString("")));
		if (variant != null) {
			return variant;
		}
		if (!object.has("type")) {
			return this.untyped;
		}
		return (object.path("type").isString() && object.path(this.anyTypeNeeds).isString()) ? this.anyType : null;
	}

}
