package io.realtime4j.spring.tool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;

/**
 * Annotation that describes a parameter of a {@link RealtimeTool @RealtimeTool} method to
 * the model, or a member of the type of such a parameter. Jackson's
 * {@code @JsonPropertyDescription} does the same.
 *
 * @since 0.1.0
 */
@Target({ ElementType.PARAMETER, ElementType.FIELD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RealtimeToolParam {

	/**
	 * Return what it means.
	 * @return the description
	 */
	@AliasFor("description")
	String value() default "";

	/**
	 * Return what it means.
	 * @return the description
	 */
	@AliasFor("value")
	String description() default "";

	/**
	 * Return the name that the model knows it by. A member of a type is named by
	 * Jackson's {@code @JsonProperty} instead.
	 * @return the name; empty for the name in the source
	 */
	String name() default "";

	/**
	 * Return an example, as JSON or as a text, which the model is shown. It is needed
	 * where a deserializer of the application's own does not tell what it reads.
	 * @return the example; empty for none
	 */
	String example() default "";

	/**
	 * Return whether the model has to give it.
	 * @return {@code false} for what may be left out, besides what is {@code Optional} or
	 * {@code @Nullable}
	 */
	boolean required() default true;

}
