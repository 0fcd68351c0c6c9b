package io.realtime4j.codec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rule by which the variants of a union of the model are told apart. What fits none of
 * them becomes the unknown variant.
 *
 * @param <T> the union
 * @since 0.1.0
 */
public final class Union<T> {

	private final Class<T> type;

	private final Function<JsonNode, T> unknown;

	private final Map<String, Class<? extends T>> variants = new HashMap<>();

	private @Nullable Class<? extends T> untyped;

	private @Nullable Class<? extends T> anyType;

	private String anyTypeNeeds = "";

	private @Nullable Function<String, ? extends T> text;

	private @Nullable Function<List<String>, ? extends T> array;

	private @Nullable Elements<?, T> elements;

	private @Nullable Function<Long, ? extends T> number;

	private Union(Class<T> type, Function<JsonNode, T> unknown) {
		this.type = type;
		this.unknown = unknown;
	}

	/**
	 * Create a rule that knows no variant yet.
	 * @param <T> the union
	 * @param type the type of the union
	 * @param unknown creates the unknown variant
	 * @return the rule
	 */
	public static <T> Union<T> of(Class<T> type, Function<JsonNode, T> unknown) {
		return new Union<>(type, unknown);
	}

	/**
	 * Add a variant that is told by its type.
	 * @param name the value of the member {@code type}; for messages, the role follows
	 * after a slash
	 * @param variant the record of the variant
	 * @return this rule
	 */
	public Union<T> variant(String name, Class<? extends T> variant) {
		this.variants.put(name, variant);
		return this;
	}

	/**
	 * Add the variant of objects that have no type.
	 * @param variant the record of the variant
	 * @return this rule
	 */
	public Union<T> untyped(Class<? extends T> variant) {
		this.untyped = variant;
		return this;
	}

	/**
	 * Add the variant of objects of all other types that have a text.
	 * @param variant the record of the variant
	 * @param needs the member that has to be a text
	 * @return this rule
	 */
	public Union<T> anyType(Class<? extends T> variant, String needs) {
		this.anyType = variant;
		this.anyTypeNeeds = needs;
		return this;
	}

	/**
	 * Add the variant of texts.
	 * @param factory creates the variant
	 * @return this rule
	 */
	public Union<T> text(Function<String, ? extends T> factory) {
		this.text = factory;
		return this;
	}

	/**
	 * Add the variant of arrays of texts.
	 * @param factory creates the variant
	 * @return this rule
	 */
	public Union<T> array(Function<List<String>, ? extends T> factory) {
		this.array = factory;
		return this;
	}

	/**
	 * Add the variant of arrays of objects.
	 * @param <P> the type of the elements
	 * @param type the type of the elements
	 * @param factory creates the variant
	 * @return this rule
	 */
	public <P> Union<T> elements(Class<P> type, Function<List<P>, ? extends T> factory) {
		this.elements = new Elements<>(type, factory);
		return this;
	}

	/**
	 * Add the variant of whole numbers.
	 * @param factory creates the variant
	 * @return this rule
	 */
	public Union<T> number(Function<Long, ? extends T> factory) {
		this.number = factory;
		return this;
	}

	Class<T> type() {
		return this.type;
	}

	@Nullable Elements<?, T> elements() {
		return this.elements;
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
		if (this.array != null && node instanceof ArrayNode texts && isOfTexts(texts)) {
			return this.array.apply(node.valueStream().map(JsonNode::stringValue).toList());
		}
		return unknown(node);
	}

	/**
	 * Return whether an array is the variant of arrays of texts.
	 */
	boolean isOfTexts(ArrayNode node) {
		return this.array != null && node.valueStream().allMatch(JsonNode::isString);
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

	/**
	 * The variant of arrays of objects.
	 *
	 * @param <P> the type of the elements
	 * @param <T> the union
	 * @param type the type of the elements
	 * @param factory creates the variant
	 */
	record Elements<P, T>(Class<P> type, Function<List<P>, ? extends T> factory) {

		/**
		 * Return the variant, or {@code null} if an element cannot be bound.
		 */
		@Nullable T bind(ArrayNode array, Function<JsonNode, @Nullable P> binding) {
			List<P> elements = new ArrayList<>();
			for (JsonNode node : array) {
				P element = binding.apply(node);
				if (element == null) {
					return null;
				}
				elements.add(element);
			}
			return this.factory.apply(elements);
		}

	}

}
