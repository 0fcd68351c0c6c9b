package io.realtime4j.codec;

import java.util.Map;
import java.util.function.Consumer;

import io.realtime4j.audio.AudioData;
import io.realtime4j.event.server.TranscriptionSessionCreated;
import io.realtime4j.model.Toggle;
import io.realtime4j.model.response.Response;
import io.realtime4j.model.response.ResponseSettings;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the types of the model that are more than plain records stand on the wire.
 */
final class WireModule extends SimpleModule {

	private static final Map<Class<?>, Consumer<ObjectNode>> RESHAPED = Map.of(Response.class, BetaShape.RESPONSE::toGa,
			ResponseSettings.class, BetaShape.RESPONSE::toGa, TranscriptionSessionCreated.class,
			BetaShape::nestTranscriptionSession);

	@SuppressWarnings({ "rawtypes", "unchecked" })
	WireModule() {
		super("realtime4j");
		addSerializer(new AudioDataSerializer());
		addDeserializer(AudioData.class, new AudioDataDeserializer());
		addSerializer(new ToggleSerializer());
		addDeserializer(Toggle.class, new ToggleDeserializer());
		for (Union<?> union : ModelUnions.ALL) {
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
			return builder;
		}

		@Override
		public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config, BeanDescription.Supplier bean,
				ValueDeserializer<?> deserializer) {
			Consumer<ObjectNode> shape = RESHAPED.get(bean.getBeanClass());
			return (shape != null) ? new ReshapingDeserializer(deserializer, shape) : deserializer;
		}

	}

}
