package io.realtime4j.spring.tool;

import java.util.Collection;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a type that has subtypes, which are told apart by an id or by their
 * members.
 *
 * @param forms the forms of other types
 * @param jackson knows the deserializers
 * @param context makes references
 */
record PolymorphicForm(JacksonForms forms, DeserializationContext jackson, SchemaGenerationContext context) {

	ObjectNode of(JavaType type, TypeDeserializer ids) {
		ObjectNode schema = this.forms.json().createObjectNode();
		ArrayNode alternatives = schema.putArray("anyOf");
		Collection<NamedType> subtypes = this.jackson.getConfig()
			.getSubtypeResolver()
			.collectAndResolveSubtypesByTypeId(this.jackson.getConfig(), this.jackson.introspectClassAnnotations(type));
		for (NamedType subtype : subtypes) {
			JavaType concrete = this.jackson.constructType(subtype.getType());
			if (this.jackson.findNonContextualValueDeserializer(concrete) instanceof BeanDeserializerBase) {
				alternatives.add(alternative(concrete, subtype, ids));
			}
		}
		return schema;
	}

	private ObjectNode alternative(JavaType type, NamedType subtype, TypeDeserializer ids) {
		BeanDeserializerBase bean = (BeanDeserializerBase) this.jackson.findContextualValueDeserializer(type, null);
		ObjectNode members = new BeanForm(this.forms, this.jackson, this.context).of(bean,
				this.jackson.introspectClassAnnotations(type));
		String id = subtype.hasName() ? subtype.getName() : subtype.getType().getName();
		JsonTypeInfo.As inclusion = ids.getTypeInclusion();
		if (ids.getPropertyName() == null || inclusion == JsonTypeInfo.As.WRAPPER_OBJECT) {
			return (inclusion == JsonTypeInfo.As.WRAPPER_OBJECT) ? wrapper(id, members) : members;
		}
		ObjectNode schema = this.forms.ofType("object");
		schema.putObject("properties").putObject(ids.getPropertyName()).put("type", "string").put("const", id);
		members.path("properties")
			.properties()
			.forEach((member) -> schema.withObjectProperty("properties")
				.putIfAbsent(member.getKey(), member.getValue()));
		ArrayNode required = schema.putArray("required").add(ids.getPropertyName());
		members.path("required")
			.valueStream()
			.filter((name) -> !name.asString().equals(ids.getPropertyName()))
			.forEach(required::add);
		schema.put("additionalProperties", false);
		return schema;
	}

	private ObjectNode wrapper(String id, ObjectNode members) {
		ObjectNode schema = this.forms.ofType("object");
		schema.putObject("properties").set(id, members);
		schema.putArray("required").add(id);
		schema.put("additionalProperties", false);
		return schema;
	}

}
