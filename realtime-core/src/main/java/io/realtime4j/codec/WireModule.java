package io.realtime4j.codec;

import java.util.List;

import io.realtime4j.audio.AudioData;
import io.realtime4j.model.Toggle;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.module.SimpleModule;

/**
 * Jackson module for the types of the model that are more than plain records.
 */
final class WireModule extends SimpleModule {

	@SuppressWarnings({ "rawtypes", "unchecked" })
	WireModule(List<Union<?>> unions) {
		super("realtime4j");
		addSerializer(new AudioDataSerializer());
		addDeserializer(AudioData.class, new AudioDataDeserializer());
		addSerializer(new ToggleSerializer());
		addSerializer(Double.class, new FiniteDoubleSerializer());
		addSerializer(double.class, new FiniteDoubleSerializer());
		addDeserializer(Double.class, (ValueDeserializer) FiniteDoubleDeserializer.of(Double.class));
		addDeserializer(double.class, (ValueDeserializer) FiniteDoubleDeserializer.of(double.class));
		addDeserializer(Toggle.class, new ToggleDeserializer());
		for (Union<?> union : unions) {
			addDeserializer((Class) union.type(), new UnionDeserializer<>(union));
		}
		setDeserializerModifier(new RecordModifier());
	}

	/**
	 * Binds the records of the model: members that beta has elsewhere are put into their
	 * GA places before, and members that follow from the kind of record (its type, its
	 * role) are not taken for unknown ones.
	 */
	private static final class RecordModifier extends ValueDeserializerModifier {

		@Override
		public BeanDeserializerBuilder updateBuilder(DeserializationConfig config, BeanDescription.Supplier bean,
				BeanDeserializerBuilder builder) {
			bean.get().getIgnoredPropertyNames().forEach(builder::addIgnorable);
			if (bean.getBeanClass().isRecord()) {
				builder.setValueInstantiator(RecordInstantiator.of(builder.getValueInstantiator()));
			}
			return builder;
		}

		@Override
		public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config, BeanDescription.Supplier bean,
				ValueDeserializer<?> deserializer) {
			Reshaping reshaping = Reshaping.of(bean.getBeanClass());
			return (reshaping != null) ? new ReshapingDeserializer(deserializer, reshaping) : deserializer;
		}

	}

}
