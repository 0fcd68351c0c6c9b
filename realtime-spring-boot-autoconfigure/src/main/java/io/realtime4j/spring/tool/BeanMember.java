package io.realtime4j.spring.tool;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.MethodParameter;
import org.springframework.core.Nullness;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * A member of a type that the model gives: a parameter of its constructor, a setter or a
 * field, with the annotations of all places where it is declared.
 */
final class BeanMember {

	private static final ZonedDateTime SAMPLE_TIME = ZonedDateTime.of(2026, 11, 30, 19, 0, 0, 0,
			ZoneId.of("Europe/Berlin"));

	private final SettableBeanProperty property;

	private final DeserializationContext jackson;

	private final List<AnnotatedElement> elements = new ArrayList<>();

	BeanMember(SettableBeanProperty property, DeserializationContext jackson) {
		this.property = property;
		this.jackson = jackson;
		AnnotatedMember member = property.getMember();
		if (member instanceof AnnotatedParameter parameter) {
			Parameter[] parameters = ((Executable) parameter.getOwner().getMember()).getParameters();
			this.elements.add(parameters[parameter.getIndex()]);
			addField(member.getDeclaringClass(), parameters[parameter.getIndex()].getName());
		}
		else if (member.getAnnotated() instanceof Method method && method.getParameterCount() == 1) {
			this.elements.add(method.getParameters()[0]);
			addField(member.getDeclaringClass(), StringUtils.uncapitalize(method.getName().replaceFirst("^set", "")));
		}
		else if (member.getAnnotated() != null) {
			this.elements.add(member.getAnnotated());
		}
	}

	private void addField(Class<?> type, String name) {
		Field field = ReflectionUtils.findField(type, name);
		if (field != null) {
			this.elements.add(field);
		}
	}

	boolean required() {
		RealtimeToolParam annotation = find(RealtimeToolParam.class);
		if ((annotation != null && !annotation.required()) || ModelParameter.isOptional(this.property.getType())) {
			return false;
		}
		if (KotlinMethods.hasDefaultsOfConstructors(this.property.getMember().getDeclaringClass())) {
			return this.property.isRequired();
		}
		return this.elements.stream().noneMatch(BeanMember::isNullable);
	}

	private static boolean isNullable(AnnotatedElement element) {
		return (element instanceof Field field && Nullness.forField(field) == Nullness.NULLABLE)
				|| (element instanceof Parameter parameter
						&& Nullness.forMethodParameter(MethodParameter.forParameter(parameter)) == Nullness.NULLABLE);
	}

	@Nullable String description() {
		RealtimeToolParam annotation = find(RealtimeToolParam.class);
		if (annotation != null && StringUtils.hasText(annotation.description())) {
			return annotation.description();
		}
		String description = this.jackson.getAnnotationIntrospector()
			.findPropertyDescription(this.jackson.getConfig(), this.property.getMember());
		return StringUtils.hasText(description) ? description : null;
	}

	/**
	 * Return whether the member is read differently from others of its type.
	 */
	boolean hasFormOfItsOwn() {
		return this.property.getAnnotation(JsonDeserialize.class) != null || format() != null;
	}

	@Nullable JsonNode example(JsonMapper json) {
		RealtimeToolParam annotation = find(RealtimeToolParam.class);
		if (annotation != null && StringUtils.hasText(annotation.example())) {
			return SchemaExamples.parse(annotation.example(), json);
		}
		JsonFormat.Value format = format();
		return (format != null)
				? json.valueToTree(DateTimeFormatter.ofPattern(format.getPattern(), Locale.ROOT).format(SAMPLE_TIME))
				: null;
	}

	private JsonFormat.@Nullable Value format() {
		JsonFormat.Value format = this.jackson.getAnnotationIntrospector()
			.findFormat(this.jackson.getConfig(), this.property.getMember());
		boolean time = this.property.getType().isTypeOrSubTypeOf(java.time.temporal.TemporalAccessor.class)
				|| this.property.getType().isTypeOrSubTypeOf(java.util.Date.class);
		return (format != null && format.hasPattern() && time) ? format : null;
	}

	void constrain(ObjectNode node) {
		Class<?> raw = this.property.getType().getRawClass();
		for (AnnotatedElement element : this.elements) {
			ConstraintKeywords.apply(element, raw, node);
			AnnotatedType type = (element instanceof Field field) ? field.getAnnotatedType()
					: ((element instanceof Parameter parameter) ? parameter.getAnnotatedType() : null);
			if (type != null) {
				ConstraintKeywords.applyToElements(type, this.property.getType(), node);
			}
		}
	}

	private <A extends Annotation> @Nullable A find(Class<A> type) {
		return this.elements.stream()
			.map((element) -> AnnotatedElementUtils.findMergedAnnotation(element, type))
			.filter((annotation) -> annotation != null)
			.findFirst()
			.orElse(null);
	}

}
