package io.realtime4j.spring.tool;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import kotlin.jvm.JvmClassMappingKt;
import kotlin.reflect.KClass;
import kotlin.reflect.KFunction;
import kotlin.reflect.KParameter;
import kotlin.reflect.KType;
import kotlin.reflect.full.KCallables;
import kotlin.reflect.full.KClasses;
import kotlin.reflect.jvm.KCallablesJvm;
import kotlin.reflect.jvm.ReflectJvmMapping;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.reactor.MonoKt;
import org.jspecify.annotations.Nullable;

import org.springframework.core.KotlinDetector;
import org.springframework.util.ReflectionUtils;

/**
 * Calls functions of Kotlin as Kotlin does: with their default values, with value classes
 * around what the model gives, and in a coroutine if they suspend. Only used where
 * {@link KotlinMethods} says so.
 */
final class KotlinFunctions {

	private KotlinFunctions() {
	}

	static String name(Method method) {
		KFunction<?> function = ReflectJvmMapping.getKotlinFunction(method);
		return (function != null) ? function.getName() : method.getName();
	}

	static boolean isKnown(Method method) {
		return ReflectJvmMapping.getKotlinFunction(method) != null;
	}

	/**
	 * Return the type that a value class has within.
	 * @param method the method
	 * @param index the index of the parameter
	 * @return the type, or {@code null} if the parameter has no value class
	 */
	static @Nullable Type typeWithin(Method method, int index) {
		List<KParameter> parameters = KCallables.getValueParameters(function(method));
		KClass<?> valueClass = valueClass(parameters.get(index).getType());
		if (valueClass == null) {
			return null;
		}
		return ReflectJvmMapping.getJavaType(constructor(valueClass).getParameters().get(0).getType());
	}

	static @Nullable Object invoke(Method method, Object bean, @Nullable Object[] arguments) throws Exception {
		KFunction<?> function = function(method);
		Map<KParameter, @Nullable Object> named = named(function, bean, arguments);
		if (KotlinDetector.isSuspendingFunction(method)) {
			return MonoKt
				.mono(Dispatchers.getUnconfined(),
						(scope, continuation) -> KCallables.callSuspendBy(function, named, continuation))
				.mapNotNull(KotlinFunctions::within);
		}
		return within(call(function, named));
	}

	private static @Nullable Object call(KFunction<?> function, Map<KParameter, @Nullable Object> named)
			throws Exception {
		try {
			return function.callBy(named);
		}
		catch (Exception ex) {
			// Kotlin throws it without declaring it
			if (ex instanceof InvocationTargetException invocation
					&& invocation.getTargetException() instanceof Exception cause) {
				throw cause;
			}
			throw ex;
		}
	}

	private static Map<KParameter, @Nullable Object> named(KFunction<?> function, Object bean,
			@Nullable Object[] arguments) {
		Map<KParameter, @Nullable Object> named = new LinkedHashMap<>();
		int index = 0;
		for (KParameter parameter : function.getParameters()) {
			if (parameter.getKind() != KParameter.Kind.VALUE) {
				named.put(parameter, bean);
				continue;
			}
			Object argument = arguments[index++];
			// What is left out has its default value
			if (argument != null || !parameter.isOptional()) {
				named.put(parameter, boxed(argument, valueClass(parameter.getType())));
			}
		}
		return named;
	}

	private static @Nullable Object boxed(@Nullable Object argument, @Nullable KClass<?> valueClass) {
		if (argument == null || valueClass == null) {
			return argument;
		}
		return constructor(valueClass).call(argument);
	}

	private static @Nullable KClass<?> valueClass(KType type) {
		return (type.getClassifier() instanceof KClass<?> kotlinClass && kotlinClass.isValue()
				&& KClasses.getPrimaryConstructor(kotlinClass) != null) ? kotlinClass : null;
	}

	private static KFunction<?> constructor(KClass<?> valueClass) {
		KFunction<?> constructor = KClasses.getPrimaryConstructor(valueClass);
		if (constructor == null) {
			throw new IllegalStateException(valueClass + " has no primary constructor");
		}
		KCallablesJvm.setAccessible(constructor, true);
		return constructor;
	}

	private static KFunction<?> function(Method method) {
		KFunction<?> function = ReflectJvmMapping.getKotlinFunction(method);
		if (function == null) {
			throw new IllegalStateException(method + " is no function of Kotlin");
		}
		KCallablesJvm.setAccessible(function, true);
		return function;
	}

	// What a value class has within
	private static @Nullable Object within(@Nullable Object value) {
		if (value == null || !KotlinDetector.isKotlinType(value.getClass())
				|| !JvmClassMappingKt.getKotlinClass(value.getClass()).isValue()) {
			return value;
		}
		Method unbox = ReflectionUtils.findMethod(value.getClass(), "unbox-impl");
		if (unbox == null) {
			return value;
		}
		ReflectionUtils.makeAccessible(unbox);
		return ReflectionUtils.invokeMethod(unbox, value);
	}

}
