package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.conversation.ConversationLimits;

import org.springframework.util.unit.DataSize;

/**
 * Maps the properties of histories.
 */
final class HistoryPropertiesMapper {

	private HistoryPropertiesMapper() {
	}

	static ConversationLimits limits(HistoryProperties properties) {
		return limits("realtime.session.history.", properties.getMaxItems(), properties.getMaxSize(),
				properties.isDeleteAtServer());
	}

	static ConversationLimits limits(BridgeHistoryProperties properties) {
		return limits("realtime.bridge.history.", properties.getMaxItems(), properties.getMaxSize(),
				properties.isDeleteAtServer());
	}

	private static ConversationLimits limits(String prefix, int maxItems, DataSize maxSize, boolean deleteAtServer) {
		PropertyChecks.positive(maxItems, prefix + "max-items");
		PropertyChecks.positive(maxSize.toBytes(), prefix + "max-size");
		return new ConversationLimits(maxItems, maxSize.toBytes(), deleteAtServer);
	}

}
