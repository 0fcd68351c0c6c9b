package io.realtime4j.spring.boot.autoconfigure.mapping;

import io.realtime4j.conversation.ConversationLimits;
import io.realtime4j.spring.boot.autoconfigure.session.HistoryProperties;

import org.springframework.util.unit.DataSize;

/**
 * Maps the properties of histories.
 */
public final class HistoryPropertiesMapper {

	private HistoryPropertiesMapper() {
	}

	public static ConversationLimits limits(HistoryProperties properties) {
		return limits("realtime.session.history.", properties.getMaxItems(), properties.getMaxSize(),
				properties.isDeleteAtServer());
	}

	/**
	 * Return the limits that properties say.
	 * @param prefix the prefix of their names, with a dot at its end
	 * @param maxItems the most items
	 * @param maxSize the largest size
	 * @param deleteAtServer whether items that are let go are deleted at the server
	 * @return the limits
	 * @throws InvalidRealtimePropertyException if one of them makes no sense
	 */
	public static ConversationLimits limits(String prefix, int maxItems, DataSize maxSize, boolean deleteAtServer) {
		PropertyChecks.positive(maxItems, prefix + "max-items");
		PropertyChecks.positive(maxSize.toBytes(), prefix + "max-size");
		return new ConversationLimits(maxItems, maxSize.toBytes(), deleteAtServer);
	}

}
