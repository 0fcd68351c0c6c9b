package io.realtime4j.spring.boot.autoconfigure.mapping;

import io.realtime4j.conversation.ConversationLimits;
import io.realtime4j.spring.boot.autoconfigure.session.HistoryProperties;

/**
 * Internal mapper for the properties of histories.
 */
public final class HistoryPropertiesMapper {

	private HistoryPropertiesMapper() {
	}

	/**
	 * Return the limits that properties say.
	 * @param prefix the prefix of their names, with a dot at its end
	 * @param properties the properties
	 * @return the limits
	 * @throws InvalidRealtimePropertyException if one of them makes no sense
	 */
	public static ConversationLimits limits(String prefix, HistoryProperties properties) {
		PropertyChecks.positive(properties.getMaxItems(), prefix + "max-items");
		PropertyChecks.positive(properties.getMaxSize().toBytes(), prefix + "max-size");
		return new ConversationLimits(properties.getMaxItems(), properties.getMaxSize().toBytes(),
				properties.isDeleteAtServer());
	}

}
