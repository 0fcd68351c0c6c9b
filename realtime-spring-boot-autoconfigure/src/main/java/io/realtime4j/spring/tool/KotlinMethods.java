package io.realtime4j.spring.tool;

import java.lang.reflect.Method;
import java.lang.reflect.Type;

import io.realtime4j.spring.tool.ToolDefinitionException.ToolLocation;
import org.jspecify.annotations.Nullable;

import org.springframework.core.KotlinDetector;
import org.springframework.util.ClassUtils;

/**
 * Knows which methods are functions of Kotlin, where Kotlin is.
 */
final class KotlinMethods {

	private static final boolean COROUTINES = ClassUtils.isPresent("kotlinx.coroutines.reactor.MonoKt",
			KotlinMethods.class.getClassLoader());

	private static final boolean JACKSON_MODULE = ClassUtils.isPresent("tools.jackson.module.kotlin.KotlinModule",
			KotlinMethods.class.getClassLoader());

	private KotlinMethods() {
	}

	static boolean isFunction(Method method) {
		return KotlinDetector.isKotlinReflectPresent() && KotlinDetector.isKotlinType(method.getDeclaringClass())
				&& KotlinFunctions.isKnown(method);
	}

	static boolean isSuspending(Method method) {
		return KotlinDetector.isSuspendingFunction(method);
	}

	/**
	 * Return whether the JSON mapper knows the default values of constructors.
	 */
	static boolean hasDefaultsOfConstructors(Class<?> type) {
		return JACKSON_MODULE && KotlinDetector.isKotlinType(type);
	}

	/**
	 * Return the name in the source, which differs from that in the class file where
	 * value classes are used.
	 */
	static String name(Method method) {
		return isFunction(method) ? KotlinFunctions.name(method) : method.getName();
	}

	/**
	 * Return the number of parameters in the source.
	 */
	static int parameterCount(Method method) {
		return isSuspending(method) ? method.getParameterCount() - 1 : method.getParameterCount();
	}

	static @Nullable Type typeWithinValueClass(Method method, int index) {
		return isFunction(method) ? KotlinFunctions.typeWithin(method, index) : null;
	}

	static void requireCoroutines(Method method, ToolLocation location) {
		if (isSuspending(method) && !(KotlinDetector.isKotlinReflectPresent() && COROUTINES)) {
			throw new ToolDefinitionException(location, "is a suspending function, for which a library is missing",
					"Add org.jetbrains.kotlin:kotlin-reflect and org.jetbrains.kotlinx:kotlinx-coroutines-reactor.",
					null);
		}
	}

}
