package io.realtime4j.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

import io.realtime4j.event.server.ServerEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;
import tools.jackson.databind.introspect.AnnotatedConstructor;

/**
 * Creates records by their constructor. Jackson calls it through a method handle that it
 * adapts anew at each call, which takes an eighth of the time of a large event.
 */
final class RecordInstantiator extends ValueInstantiator.Delegating {

	private final Constructor<?> constructor;

	private RecordInstantiator(ValueInstantiator delegate, Constructor<?> constructor) {
		super(delegate);
		this.constructor = constructor;
	}

	static ValueInstantiator of(ValueInstantiator instantiator) {
		return (instantiator.getWithArgsCreator() instanceof AnnotatedConstructor creator)
				? new RecordInstantiator(instantiator, creator.getAnnotated()) : instantiator;
	}

	// What only places an event may be absent
	@Override
	public SettableBeanProperty[] getFromObjectArguments(DeserializationConfig config) {
		SettableBeanProperty[] members = super.getFromObjectArguments(config);
		if (!ServerEvent.class.isAssignableFrom(getValueClass())) {
			return members;
		}
		return Arrays.stream(members).map(RecordInstantiator::place).toArray(SettableBeanProperty[]::new);
	}

	private static SettableBeanProperty place(SettableBeanProperty member) {
		Class<?> type = member.getType().getRawClass();
		return (PlaceDeserializer.reads(type) && !member.isRequired())
				? member.withValueDeserializer(PlaceDeserializer.of(type)) : member;
	}

	@Override
	public ValueInstantiator createContextual(DeserializationContext context, BeanDescription.Supplier bean) {
		return this;
	}

	@Override
	public @Nullable Object createFromObjectWith(DeserializationContext context, SettableBeanProperty[] properties,
			PropertyValueBuffer values) {
		return createFromObjectWith(context, values.getParameters(context, properties));
	}

	@Override
	public @Nullable Object createFromObjectWith(DeserializationContext context, @Nullable Object[] arguments) {
		try {
			return this.constructor.newInstance(arguments);
		}
		catch (InvocationTargetException ex) {
			return context.handleInstantiationProblem(getValueClass(), arguments, ex.getCause());
		}
		catch (ReflectiveOperationException | IllegalArgumentException ex) {
			return context.handleInstantiationProblem(getValueClass(), arguments, ex);
		}
	}

}
