package io.realtime4j.spring.bridge;

import io.realtime4j.conversation.ConversationLimits;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the bridge.
 *
 * @param sessions how many sessions there may be, and for how long
 * @param page what one page may send and wait for
 * @param history how much of its conversation the session of a page holds
 * @param approvals whether the user of a page decides about calls of tools that need
 * approval
 * @param toolData whether pages are told what tools are called with and what they answer
 * @param options what pages may choose and see of their sessions
 * @param relay what is passed on if pages speak the protocol of the service, or
 * {@code null} if they speak that of the bridge
 * @since 0.1.0
 */
public record BridgeSettings(BridgeLimits sessions, PageLimits page, ConversationLimits history, boolean approvals,
		boolean toolData, PageOptions options, @Nullable RelaySettings relay) {

}
