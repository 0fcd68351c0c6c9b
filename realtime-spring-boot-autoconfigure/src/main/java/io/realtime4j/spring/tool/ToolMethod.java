package io.realtime4j.spring.tool;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A method of a bean, which is looked up for each call.
 *
 * @param method the method
 * @param bean gives the bean
 * @param givesNothing whether it has no result but that it is done
 */
record ToolMethod(Method method, Supplier<Object> bean, boolean givesNothing) {

	@Nullable Object invoke(Object bean, @Nullable Object[] arguments) throws Exception {
		Method invocable = AopUtils.selectInvocableMethod(this.method, bean.getClass());
		if (KotlinMethods.isFunction(this.method)) {
			return KotlinFunctions.invoke(invocable.getDeclaringClass().isInterface() ? invocable : this.method, bean,
					arguments);
		}
		ReflectionUtils.makeAccessible(invocable);
		try {
			return invocable.invoke(bean, arguments);
		}
		catch (InvocationTargetException ex) {
			if (ex.getTargetException() instanceof Error error) {
				throw error;
			}
			throw (Exception) ex.getTargetException();
		}
	}

	@Override
	public String toString() {
		return this.method.getDeclaringClass().getSimpleName() + "." + this.method.getName();
	}

}
