package io.realtime4j.spring.bridge.server;

import io.realtime4j.spring.bridge.access.SharedSessionCounts;
import io.realtime4j.spring.bridge.page.StoredPages;
import org.jspecify.annotations.Nullable;

/**
 * Internal parts of a bridge that it shares with other nodes.
 *
 * @param stored finds conversations of pages, or {@code null} for none
 * @param counts tells how many sessions users have elsewhere, or {@code null}
 */
public record BridgeNodes(@Nullable StoredPages stored, @Nullable SharedSessionCounts counts) {

	/**
	 * Return the parts of a bridge that knows no other node.
	 * @return the parts
	 */
	public static BridgeNodes alone() {
		return new BridgeNodes(null, null);
	}

}
