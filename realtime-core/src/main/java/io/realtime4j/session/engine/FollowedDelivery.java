package io.realtime4j.session.engine;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.SessionEvent;
import org.jspecify.annotations.Nullable;

/**
 * Delivery that keeps the course of the session as well.
 *
 * @param <E> the events of the server
 */
final class FollowedDelivery<E extends RealtimeMessage> implements SessionDelivery<E> {

	private final SessionDelivery<E> target;

	private final SessionCourse course;

	FollowedDelivery(SessionDelivery<E> target, SessionCourse course) {
		this.target = target;
		this.course = course;
	}

	@Override
	public boolean intercept(E event) {
		return this.target.intercept(event);
	}

	@Override
	public boolean announce(E event, String json) {
		return this.target.announce(event, json);
	}

	@Override
	public void intercept(SessionEvent event) {
		this.course.onEvent(event);
		this.target.intercept(event);
	}

	@Override
	public void deliver(RealtimeMessage message, @Nullable String json) {
		this.target.deliver(message, json);
	}

}
