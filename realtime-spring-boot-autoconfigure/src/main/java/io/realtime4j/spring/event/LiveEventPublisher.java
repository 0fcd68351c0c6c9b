package io.realtime4j.spring.event;

import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.session.LiveListener;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.tool.DelegationEvent;
import io.realtime4j.live.tool.DelegationListener;
import io.realtime4j.session.SessionEvent;

/**
 * Internal publisher of everything that happens in live sessions, as
 * {@link RealtimeEvent}.
 *
 * @since 0.1.0
 */
public class LiveEventPublisher implements LiveListener, DelegationListener {

	private final RealtimeEventPublisher publisher;

	/**
	 * Create a publisher.
	 * @param publisher publishes events of all families
	 */
	public LiveEventPublisher(RealtimeEventPublisher publisher) {
		this.publisher = publisher;
	}

	@Override
	public boolean wants(LiveSession session, LiveServerEvent event) {
		return this.publisher.isWanted(session, event);
	}

	@Override
	public void onEvent(LiveSession session, LiveServerEvent event, String json) {
		this.publisher.publish(session, event, json);
	}

	@Override
	public void onSessionEvent(LiveSession session, SessionEvent event) {
		this.publisher.publish(session, event, null);
	}

	@Override
	public void onDelegationEvent(LiveSession session, DelegationEvent event) {
		this.publisher.publish(session, event, null);
	}

}
