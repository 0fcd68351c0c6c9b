package io.realtime4j.spring.bridge.access;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.BridgeLimits;
import org.jspecify.annotations.Nullable;

/**
 * Internal gate for the sessions of pages, of whatever family: how many there may be of
 * each user and of all, and how much memory they take.
 */
public final class PageAdmission {

	private final BridgeLimits limits;

	private final SessionSlots slots;

	private final SessionSlots closing;

	private final WaitingSessions waiting = new WaitingSessions();

	private final PageMemory memory;

	private final BooleanSupplier closed;

	private final @Nullable SharedSessionCounts shared;

	/**
	 * Create a gate.
	 * @param limits the limits of sessions
	 * @param memory counts the memory of all pages
	 * @param closed tells whether no session may begin, whatever the limits
	 * @param shared tells how many sessions users have at other nodes, or {@code null}
	 */
	public PageAdmission(BridgeLimits limits, PageMemory memory, BooleanSupplier closed,
			@Nullable SharedSessionCounts shared) {
		this.memory = memory;
		this.closed = closed;
		this.shared = shared;
		this.limits = limits;
		this.slots = new SessionSlots(limits.maxSessions());
		this.closing = new SessionSlots(2 * limits.maxSessions());
	}

	/**
	 * Begin to tell other nodes of the sessions.
	 */
	public void start() {
		if (this.shared != null) {
			this.shared.start(this.slots::counts,
					Math.min(this.limits.maxSessionsPerUser(), this.limits.maxSessionsPerAddress()));
		}
	}

	/**
	 * Tell other nodes nothing any more.
	 */
	public void stop() {
		if (this.shared != null) {
			this.shared.stop();
		}
	}

	private int elsewhere(String user) {
		return (this.shared != null) ? this.shared.others(user) : 0;
	}

	/**
	 * Return whether a user has no more sessions at all nodes than may be.
	 * @param who the user
	 * @return whether it is so
	 */
	public boolean isWithin(BridgeConnection who) {
		return this.slots.count(who.user()) + elsewhere(who.user()) <= this.limits.maxSessionsOf(who);
	}

	/**
	 * Return whether one more session may begin: there is memory for it, and the
	 * application is in service.
	 * @return whether it may
	 */
	public boolean hasRoom() {
		return this.memory.hasRoom() && !this.closed.getAsBoolean();
	}

	/**
	 * Return the sessions that give way when there is no place.
	 * @return the sessions
	 */
	public WaitingSessions waiting() {
		return this.waiting;
	}

	/**
	 * Take the place of a session for one that is not here.
	 * @param who whose session it is
	 * @return gives the place back, once, or {@code null} if there are too many sessions
	 */
	@Nullable Runnable reserve(BridgeConnection who) {
		SessionSlots.Place place = this.closed.getAsBoolean() ? null : place(who, elsewhere(who.user()));
		return (place != null) ? place::release : null;
	}

	/**
	 * Make a session if there is a place and memory for it.
	 * @param who whose session it is
	 * @param creation makes the session and says what it is; the memory that it takes is
	 * counted by the share that it is given
	 * @return the session, or {@code null} if there are too many
	 */
	<S extends VoiceSession, P> @Nullable Admitted<S, P> admit(BridgeConnection who,
			Function<PageMemory.Share, Made<S, P>> creation) {
		Hold hold = hold(who, false);
		return (hold != null) ? admit(hold, creation) : null;
	}

	/**
	 * Make a session in a place that is held for it, which is given back if it cannot be
	 * made.
	 * @param hold the place
	 * @param creation makes the session and says what it is; the memory that it takes is
	 * counted by the share that it is given
	 * @return the session
	 */
	<S extends VoiceSession, P> Admitted<S, P> admit(Hold hold, Function<PageMemory.Share, Made<S, P>> creation) {
		PageMemory.Share share = this.memory.share();
		try {
			Made<S, P> made = creation.apply(share);
			made.session().closed().thenRun(share::release);
			made.over().whenComplete((done, ex) -> hold.release());
			return new Admitted<>(made.session(), made.spec(), hold.place(), share);
		}
		catch (RuntimeException ex) {
			share.release();
			hold.release();
			throw ex;
		}
	}

	/**
	 * Hold a place for a session that is made later, if there is one and memory for it.
	 * @param who whose session it is
	 * @param moving whether the session may be one of another node, so that sessions of
	 * other nodes do not count
	 * @return the place, or {@code null} if there are too many sessions
	 */
	public @Nullable Hold hold(BridgeConnection who, boolean moving) {
		SessionSlots.Place place = hasRoom() ? place(who, moving ? 0 : elsewhere(who.user())) : null;
		if (place == null) {
			return null;
		}
		// Sessions that are closing have no place, but are not without number either
		SessionSlots.Place ending = this.closing.place(who.user(), 2 * this.limits.maxSessionsOf(who));
		if (ending == null) {
			place.release();
			return null;
		}
		return new Hold(place, ending);
	}

	private SessionSlots.@Nullable Place place(BridgeConnection who, int elsewhere) {
		String user = who.user();
		int maxOfUser = this.limits.maxSessionsOf(who) - elsewhere;
		SessionSlots.Place place = this.slots.place(user, maxOfUser);
		while (place == null && giveWay(user, maxOfUser)) {
			place = this.slots.place(user, maxOfUser);
		}
		return place;
	}

	// A session that ends for nothing is lost, and a user who has enough takes none of
	// somebody else
	private boolean giveWay(String user, int maxOfUser) {
		int present = this.slots.count(user);
		boolean enough = present >= maxOfUser;
		if (enough && present - this.waiting.count(user) >= maxOfUser) {
			return false;
		}
		return this.waiting.giveWay(user, !enough && this.slots.isFull());
	}

	/**
	 * A place that is held.
	 *
	 * @param place the place of a session
	 * @param closing its place when it closes
	 */
	public record Hold(SessionSlots.Place place, SessionSlots.Place closing) {

		/**
		 * Give the place back. Of several calls, the first one counts.
		 */
		public void release() {
			this.place.release();
			this.closing.release();
		}

	}

	/**
	 * A session that was made.
	 *
	 * @param session the session
	 * @param spec what it is
	 * @param over completes when it needs no place any more
	 * @param <S> the type of the session
	 * @param <P> the type of the spec
	 */
	record Made<S extends VoiceSession, P>(S session, P spec, CompletableFuture<?> over) {

		/**
		 * Return a session that has its place until it has ended.
		 */
		static <S extends VoiceSession, P> Made<S, P> of(S session, P spec) {
			return new Made<>(session, spec, session.closed());
		}

		/**
		 * Return this session, which has its place longer.
		 * @param end returns until when
		 */
		Made<S, P> until(Function<S, CompletableFuture<?>> end) {
			return new Made<>(this.session, this.spec, end.apply(this.session));
		}

	}

	/**
	 * A session that was admitted, and is not open yet.
	 *
	 * @param session the session
	 * @param spec what it is
	 * @param place the place that it has until it ends, or gives it back before
	 * @param share the memory that it takes
	 * @param <S> the type of the session
	 * @param <P> the type of the spec
	 */
	public record Admitted<S extends VoiceSession, P>(S session, P spec, SessionSlots.Place place,
			PageMemory.Share share) {

	}

}
