package io.realtime4j.spring.bridge.page;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;

import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.BridgeSettings;
import io.realtime4j.spring.bridge.access.PageMemory;
import io.realtime4j.spring.bridge.access.SessionSlots;
import io.realtime4j.spring.bridge.access.WaitingSessions;
import io.realtime4j.spring.bridge.connection.CloseReasons;
import io.realtime4j.spring.bridge.connection.OpenRequests;
import io.realtime4j.spring.bridge.connection.PageConnection;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.CloseStatus;

/**
 * The session of a page, which may outlive the connection of the page for a while.
 */
final class PageSession implements WaitingSessions.Waiting {

	private final BridgeConnection owner;

	private final PageConversation conversation;

	private final SessionSlots.Place place;

	private final PageMemory.Share share;

	private final Parts parts;

	private final boolean taken;

	private final String key;

	private @Nullable PageConnection connection;

	private @Nullable PageTokens tokens;

	private @Nullable ScheduledFuture<?> grace;

	private boolean begun;

	private boolean over;

	PageSession(BridgeConnection owner, PageConversations.Begun begun, Parts parts) {
		this.taken = begun.resumed();
		this.owner = owner;
		this.conversation = begun.conversation();
		this.key = begun.conversation().key();
		this.place = begun.place();
		this.share = begun.share();
		this.parts = parts;
	}

	BridgeConnection owner() {
		return this.owner;
	}

	PageConversation conversation() {
		return this.conversation;
	}

	OpenRequests requests() {
		return this.parts.requests();
	}

	PageSink sink() {
		return this.parts.sink();
	}

	PageView view() {
		return this.parts.view();
	}

	synchronized @Nullable PageTokens tokens() {
		return this.tokens;
	}

	/**
	 * Note that the page has its current token: the one before is of no use any more.
	 * @param connection the connection of the page; one that has lost the session says
	 * nothing of it
	 * @return whether there was one before
	 */
	synchronized boolean confirm(PageConnection connection) {
		PageTokens current = this.tokens;
		boolean former = this.connection == connection && current != null && current.former() != null;
		if (former && current != null) {
			this.tokens = current.confirmed();
		}
		return former;
	}

	PageMicrophone microphone(int sampleRate) {
		return new PageMicrophone(this.conversation, sampleRate);
	}

	/**
	 * Return what the tokens of the session begin with, which is the same for as long as
	 * it is there.
	 */
	String key() {
		return this.key;
	}

	/**
	 * Give the session to a connection, whose page hears nothing before it is greeted.
	 * One that has the session loses it.
	 * @param connection the connection
	 * @param next what finds this session again
	 * @return whether that is possible, since the session is not over, and has the token
	 * that the page came back with
	 */
	boolean attach(PageConnection connection, PageTokens next) {
		PageConnection before;
		synchronized (this) {
			String former = next.former();
			boolean known = this.tokens == null || (former != null && this.tokens.contains(former));
			if (this.over || !known) {
				return false;
			}
			if (this.grace != null) {
				this.grace.cancel(false);
			}
			before = this.connection;
			this.connection = connection;
			this.tokens = next;
			this.parts.channel().disconnect();
			this.share.page(connection::waitingSize);
		}
		if (before != null) {
			before.close(CloseReasons.ELSEWHERE);
		}
		return true;
	}

	/**
	 * Tell the page that its session is ready, and open the session if it is a new one.
	 * @param connection the connection of the page; one that has lost the session is not
	 * told
	 */
	void greet(PageConnection connection) {
		boolean again;
		synchronized (this) {
			if (this.connection != connection || this.tokens == null || this.over) {
				return;
			}
			again = this.begun;
			this.begun = true;
			boolean resumed = again || this.taken;
			greet(connection, new PageMessages.Ready(this.tokens.current(), resumed, this.conversation.family(),
					this.conversation.manualTurns() != null, this.parts.view().options()));
		}
		if (!again) {
			this.conversation.open();
		}
	}

	private void greet(PageConnection connection, PageMessages.Ready ready) {
		this.parts.sink().forget();
		this.parts.view()
			.show((shown) -> this.parts.channel().connect(connection.output(), PageMessages.ready(ready, shown)));
	}

	/**
	 * Take the session from a connection that is over.
	 * @param connection the connection
	 * @param scheduler ends the session if no other connection comes
	 * @param grace how long it waits for one
	 * @return whether it waits for one, since this call or an earlier one
	 */
	boolean detach(PageConnection connection, TaskScheduler scheduler, Duration grace) {
		Set<String> speaking;
		synchronized (this) {
			if (this.connection != connection || this.over) {
				return this.connection == null && !this.over;
			}
			this.connection = null;
			this.parts.channel().disconnect();
			this.share.page(this.parts.channel()::keptSize);
			Clock clock = scheduler.getClock();
			this.grace = scheduler.schedule(this::endUnlessAttached, clock.instant().plus(grace));
			speaking = this.parts.sink().speaking();
		}
		this.conversation.onMicrophoneOff();
		if (!speaking.isEmpty()) {
			this.parts.view().onLeft(speaking);
			this.conversation.onUnheard();
		}
		return true;
	}

	/**
	 * End the session because a connection is over for good. Its place is free at once.
	 * @param connection the connection
	 */
	void leave(PageConnection connection) {
		synchronized (this) {
			if (this.connection != connection) {
				return;
			}
			this.over = true;
		}
		end();
	}

	@Override
	public String user() {
		return this.owner.user();
	}

	@Override
	public boolean giveWay() {
		return endUnlessAttached();
	}

	/**
	 * End the session because all pages together hold too much, and this one most. May
	 * block while the page is told.
	 */
	void onTooMuch() {
		PageConnection current;
		synchronized (this) {
			current = this.connection;
		}
		if (current != null) {
			current.drop(CloseReasons.NO_ROOM);
		}
		else {
			giveWay();
		}
	}

	private void end() {
		this.conversation.forget();
		this.place.release();
		this.conversation.session().close();
	}

	/**
	 * The session has ended.
	 * @param status what the page is told
	 */
	void onEnd(CloseStatus status) {
		PageConnection current;
		synchronized (this) {
			this.over = true;
			current = this.connection;
			this.connection = null;
			if (this.grace != null) {
				this.grace.cancel(false);
			}
		}
		if (current != null) {
			current.close(status);
		}
	}

	private boolean endUnlessAttached() {
		synchronized (this) {
			if (this.connection != null || this.over) {
				return false;
			}
			this.over = true;
		}
		end();
		return true;
	}

	/**
	 * The view, the sink and the limits of a session, and what its page has chosen.
	 *
	 * @param channel leads to the page
	 * @param sink plays the session
	 * @param view shows it
	 * @param requests bounds what is asked of it
	 * @param choice what its page has chosen
	 */
	record Parts(PageChannel channel, PageSink sink, PageView view, OpenRequests requests, PageChoice choice) {

		static Parts of(BridgeSettings settings, Clock clock, PageChoice choice) {
			PageChannel channel = new PageChannel();
			return new Parts(channel, new PageSink(channel, clock),
					new PageView(channel, settings, new UsageMessages(channel)), new OpenRequests(clock), choice);
		}

	}

}
