package io.realtime4j.spring.tool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.NameTransformer;

/**
 * The form of a type that is made by its constructors, factories and setters.
 *
 * @param forms the forms of other types
 * @param jackson knows the deserializers
 * @param context makes references
 */
record BeanForm(JacksonForms forms, DeserializationContext jackson, SchemaGenerationContext context) {

	ObjectNode of(BeanDeserializerBase bean, AnnotatedClass type) {
		DeserializationConfig config = this.jackson.getConfig();
		ValueInstantiator creators = bean.getValueInstantiator();
		if (creators.canCreateUsingDelegate()) {
			return this.context.createDefinition(this.forms.resolved(creators.getDelegateType(config)));
		}
		if (creators.canCreateUsingArrayDelegate()) {
			return this.context.createDefinition(this.forms.resolved(creators.getArrayDelegateType(config)));
		}
		Map<String, SettableBeanProperty> members = members(bean);
		String scalar = scalar(creators);
		boolean byMembers = creators.canCreateFromObjectWith()
				|| (creators.canCreateUsingDefault() && !members.isEmpty());
		return (byMembers || scalar == null) ? object(bean, members, type) : this.forms.ofType(scalar);
	}

	private static Map<String, SettableBeanProperty> members(BeanDeserializerBase bean) {
		List<SettableBeanProperty> all = new ArrayList<>();
		bean.creatorProperties().forEachRemaining(all::add);
		all.sort(Comparator.comparingInt(SettableBeanProperty::getCreatorIndex));
		bean.properties().forEachRemaining(all::add);
		Map<String, SettableBeanProperty> members = new LinkedHashMap<>();
		all.stream()
			.filter((property) -> property.getInjectableValueId() == null)
			.forEach((property) -> members.putIfAbsent(property.getName(), property));
		return members;
	}

	private static @Nullable String scalar(ValueInstantiator creators) {
		if (creators.canCreateFromString()) {
			return "string";
		}
		if (creators.canCreateFromInt() || creators.canCreateFromLong() || creators.canCreateFromBigInteger()) {
			return "integer";
		}
		if (creators.canCreateFromDouble() || creators.canCreateFromBigDecimal()) {
			return "number";
		}
		return creators.canCreateFromBoolean() ? "boolean" : null;
	}

	private ObjectNode object(BeanDeserializerBase bean, Map<String, SettableBeanProperty> members,
			AnnotatedClass type) {
		ObjectNode schema = this.forms.ofType("object");
		String description = this.jackson.getAnnotationIntrospector()
			.findClassDescription(this.jackson.getConfig(), type);
		if (description != null && !description.isBlank()) {
			schema.put("description", description);
		}
		ObjectNode properties = schema.putObject("properties");
		ArrayNode required = this.forms.json().createArrayNode();
		members.forEach((name, property) -> {
			BeanMember member = new BeanMember(property, this.jackson);
			properties.set(name, node(property, member));
			if (member.required()) {
				required.add(name);
			}
		});
		unwrap(type, properties, required);
		if (!required.isEmpty()) {
			schema.set("required", required);
		}
		if (!bean.hasAnySetter()) {
			schema.put("additionalProperties", false);
		}
		return schema;
	}

	// The members of members that stand in their owner
	private void unwrap(AnnotatedClass type, ObjectNode properties, ArrayNode required) {
		AnnotationIntrospector annotations = this.jackson.getAnnotationIntrospector();
		for (BeanPropertyDefinition property : this.jackson.introspectBeanDescription(type.getType(), type)
			.findProperties()) {
			AnnotatedMember member = property.getMutator();
			NameTransformer names = (member != null)
					? annotations.findUnwrappingNameTransformer(this.jackson.getConfig(), member) : null;
			if (names != null && this.jackson.findContextualValueDeserializer(property.getPrimaryType(),
					null) instanceof BeanDeserializerBase bean) {
				ObjectNode inner = of(bean, this.jackson.introspectClassAnnotations(property.getPrimaryType()));
				inner.path("properties")
					.properties()
					.forEach((each) -> properties.set(names.transform(each.getKey()), each.getValue()));
				inner.path("required").forEach((name) -> required.add(names.transform(name.asString())));
			}
		}
	}

	private ObjectNode node(SettableBeanProperty property, BeanMember member) {
		JsonNode example = member.example(this.forms.json());
		ObjectNode node = form(property, member, example);
		if (example != null) {
			node.putArray("examples").add(example);
		}
		String description = member.description();
		if (description != null) {
			node.put("description", description);
		}
		member.constrain(node);
		return node;
	}

	private ObjectNode form(SettableBeanProperty property, BeanMember member, @Nullable JsonNode example) {
		if (example != null && (member.hasFormOfItsOwn() || !example.isContainer())) {
			return this.forms.ofType(SchemaExamples.typeOf(example));
		}
		if (member.hasFormOfItsOwn() && property.getValueDeserializer() != null) {
			ObjectNode scalar = this.forms.scalar(property.getValueDeserializer().logicalType());
			if (scalar != null) {
				return scalar;
			}
		}
		return this.forms.reference(property.getType(), this.context);
	}

}
