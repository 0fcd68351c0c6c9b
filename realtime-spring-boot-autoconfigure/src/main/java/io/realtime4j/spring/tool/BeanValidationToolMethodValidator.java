package io.realtime4j.spring.tool;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.realtime4j.tool.ToolArgumentsException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;

/**
 * Internal validator of arguments by Bean Validation.
 *
 * @since 0.1.0
 */
public class BeanValidationToolMethodValidator implements ToolMethodValidator {

	private final Validator validator;

	/**
	 * Create a validator.
	 * @param validator knows the constraints
	 */
	public BeanValidationToolMethodValidator(Validator validator) {
		this.validator = validator;
	}

	@Override
	public void validate(Object bean, Method method, @Nullable Object[] arguments) {
		Object target = AopProxyUtils.getSingletonTarget(bean);
		Set<ConstraintViolation<Object>> violations = this.validator.forExecutables()
			.validateParameters((target != null) ? target : bean, method, arguments);
		if (!violations.isEmpty()) {
			throw new ToolArgumentsException(violations.stream()
				.map((violation) -> pathOf(violation) + " " + violation.getMessage())
				.sorted()
				.collect(Collectors.joining("; ")));
		}
	}

	private static String pathOf(ConstraintViolation<?> violation) {
		return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
			.filter((node) -> node.getKind() != ElementKind.METHOD)
			.map(Path.Node::toString)
			.collect(Collectors.joining("."));
	}

}
