package io.realtime4j.spring.tool;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * Says the constraints of Bean Validation as keywords of JSON schema. The module that the
 * schema generator has for them knows the members of types only, not the parameters of
 * methods.
 */
final class ConstraintKeywords {

	private static final boolean PRESENT = ClassUtils.isPresent("jakarta.validation.constraints.Size",
			ConstraintKeywords.class.getClassLoader());

	private final AnnotatedElement element;

	private final Class<?> type;

	private final ObjectNode node;

	private ConstraintKeywords(AnnotatedElement element, Class<?> type, ObjectNode node) {
		this.element = element;
		this.type = type;
		this.node = node;
	}

	static void apply(@Nullable AnnotatedElement element, Class<?> type, ObjectNode node) {
		if (PRESENT && element != null) {
			ConstraintKeywords keywords = new ConstraintKeywords(element, type, node);
			keywords.bounds();
			keywords.signs();
			keywords.sizes();
			keywords.texts();
		}
	}

	/**
	 * Apply the constraints of the elements of a collection.
	 */
	static void applyToElements(AnnotatedType type, JavaType javaType, ObjectNode node) {
		if (type instanceof AnnotatedParameterizedType parameterized && javaType.isCollectionLikeType()
				&& node.path("items") instanceof ObjectNode items) {
			apply(parameterized.getAnnotatedActualTypeArguments()[0], javaType.getContentType().getRawClass(), items);
		}
	}

	private void bounds() {
		on(Min.class, (min) -> this.node.put("minimum", min.value()));
		on(Max.class, (max) -> this.node.put("maximum", max.value()));
		on(DecimalMin.class,
				(min) -> this.node.put(min.inclusive() ? "minimum" : "exclusiveMinimum", new BigDecimal(min.value())));
		on(DecimalMax.class,
				(max) -> this.node.put(max.inclusive() ? "maximum" : "exclusiveMaximum", new BigDecimal(max.value())));
	}

	private void signs() {
		on(Positive.class, (positive) -> this.node.put("exclusiveMinimum", 0));
		on(PositiveOrZero.class, (positive) -> this.node.put("minimum", 0));
		on(Negative.class, (negative) -> this.node.put("exclusiveMaximum", 0));
		on(NegativeOrZero.class, (negative) -> this.node.put("maximum", 0));
	}

	private void sizes() {
		on(NotEmpty.class, (notEmpty) -> min(1));
		on(NotBlank.class, (notBlank) -> min(1));
		on(Size.class, (size) -> {
			if (size.min() > 0) {
				min(size.min());
			}
			if (size.max() < Integer.MAX_VALUE) {
				this.node.put("max" + sizeSuffix(), size.max());
			}
		});
	}

	private void min(int size) {
		this.node.put("min" + sizeSuffix(), size);
	}

	private String sizeSuffix() {
		if (Map.class.isAssignableFrom(this.type)) {
			return "Properties";
		}
		return (this.type.isArray() || Collection.class.isAssignableFrom(this.type)) ? "Items" : "Length";
	}

	private void texts() {
		on(Pattern.class, (pattern) -> this.node.put("pattern", "^(?:" + pattern.regexp() + ")$"));
		on(Email.class, (email) -> this.node.put("format", "email"));
	}

	private <A extends Annotation> void on(Class<A> type, Consumer<A> action) {
		A annotation = AnnotatedElementUtils.findMergedAnnotation(this.element, type);
		if (annotation != null) {
			action.accept(annotation);
		}
	}

}
