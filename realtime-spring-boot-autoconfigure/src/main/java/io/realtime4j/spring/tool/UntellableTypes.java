package io.realtime4j.spring.tool;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.Buffer;
import java.nio.channels.Channel;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.BaseStream;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.Serializers;

import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.InputStreamSource;
import org.springframework.util.ClassUtils;

/**
 * The types of results that mean nothing to a model: sources of bytes, and machinery.
 */
final class UntellableTypes {

	private static final List<Class<?>> UNTELLABLE = List.of(InputStream.class, OutputStream.class, Reader.class,
			Writer.class, Channel.class, Buffer.class, InputStreamSource.class, Executor.class, Thread.class,
			ClassLoader.class, Supplier.class);

	/**
	 * Told as results, but not within other values.
	 */
	private static final List<Class<?>> LATER = List.of(Future.class, CompletionStage.class, Callable.class,
			Flow.Publisher.class, BaseStream.class, Iterator.class);

	private static final Set<String> UNITS = Set.of("kotlin.Unit");

	private static final boolean REACTIVE_STREAMS = ClassUtils.isPresent("org.reactivestreams.Publisher",
			UntellableTypes.class.getClassLoader());

	private static final boolean REACTOR = ClassUtils.isPresent("reactor.core.publisher.Flux",
			UntellableTypes.class.getClassLoader());

	private UntellableTypes() {
	}

	/**
	 * Return whether a method returns nothing.
	 */
	static boolean isNothing(ResolvableType type) {
		Class<?> raw = type.toClass();
		if (raw == void.class || raw == Void.class || UNITS.contains(raw.getName())) {
			return true;
		}
		return isLater(raw) && type.getGenerics().length == 1 && isNothing(type.getGeneric());
	}

	static boolean isUnit(@Nullable Object value) {
		return value != null && UNITS.contains(value.getClass().getName());
	}

	/**
	 * Find what cannot be told in the type of a result.
	 * @param type the type
	 * @return the class that cannot be told, or {@code null} if there is none
	 */
	static @Nullable Class<?> find(ResolvableType type) {
		Class<?> raw = type.toClass();
		if (isLater(raw)) {
			return (isReactive(raw) && !REACTOR) ? raw : findInGenerics(type);
		}
		return (cannotBeTold(raw) || raw == byte[].class) ? raw : findInGenerics(type);
	}

	static String adviceFor(Class<?> type) {
		return isLater(type) ? "Add io.projectreactor:reactor-core, by which it is waited for."
				: "Return a text, a value that Jackson writes as JSON, or a ToolResult with what the model shall know.";
	}

	private static @Nullable Class<?> findInGenerics(ResolvableType type) {
		for (ResolvableType generic : type.getGenerics()) {
			Class<?> found = find(generic);
			if (found != null) {
				return found;
			}
		}
		return type.isArray() ? find(type.getComponentType()) : null;
	}

	private static boolean cannotBeTold(Class<?> type) {
		return UNTELLABLE.stream().anyMatch((untellable) -> untellable.isAssignableFrom(type)) && !isLater(type);
	}

	private static boolean isLater(Class<?> type) {
		return LATER.stream().anyMatch((later) -> later.isAssignableFrom(type)) || isReactive(type);
	}

	private static boolean isReactive(Class<?> type) {
		return type != Object.class && REACTIVE_STREAMS
				&& ReactiveAdapterRegistry.getSharedInstance().getAdapter(type) != null;
	}

	/**
	 * Makes Jackson fail where it would write such a value by its getters.
	 */
	static final class JacksonModule extends SimpleModule {

		@Override
		public void setupModule(SetupContext context) {
			super.setupModule(context);
			context.addSerializers(new Serializers.Base() {

				@Override
				public @Nullable ValueSerializer<?> findSerializer(SerializationConfig config, JavaType type,
						BeanDescription.Supplier description, JsonFormat.@Nullable Value format) {
					Class<?> raw = type.getRawClass();
					return (cannotBeTold(raw) || isLater(raw)) ? new Refusal() : null;
				}

			});
		}

	}

	/**
	 * Refuses to write a value.
	 */
	private static final class Refusal extends ValueSerializer<Object> {

		@Override
		public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
			throw DatabindException.from(generator,
					"A " + value.getClass().getName() + " means nothing to a model: give it a value");
		}

	}

}
