package io.realtime4j.live.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ConversationLimits;
import io.realtime4j.live.model.LiveRole;
import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * Turns of a session, grouped from transcripts by their times. Both sides may speak at
 * once: a short word in between, such as "I see", does not end the turn of the other
 * side. Output comes at the pace of time, so its length is the clock. Not thread-safe: a
 * protocol uses it under the lock of its session.
 */
final class LiveTurns {

	/**
	 * How many turns that have ended are remembered.
	 */
	static final int MAX_TURNS = 1000;

	/**
	 * Nobody says so much without a pause: a turn that gets longer goes on as another
	 * one.
	 */
	static final int MAX_LENGTH = 32 * 1024;

	private static final int BYTES_PER_CHARACTER = 2;

	/**
	 * The pause in which the word can go to the other side.
	 */
	private static final long SEPARATION = 500;

	private static final long USER_SILENCE = 800;

	private static final long ASSISTANT_SILENCE = 2000;

	/**
	 * The longest word in between.
	 */
	private static final long BACKCHANNEL = 1000;

	/**
	 * How far from other words of the same side a word in between is.
	 */
	private static final long ISOLATION = 2000;

	private final Map<LiveRole, OpenTurn> open = new LinkedHashMap<>();

	private final Map<LiveRole, OpenTurn> last = new LinkedHashMap<>();

	private final LiveHistory history;

	private final ConversationLimits limits;

	private final @Nullable String base;

	private volatile List<LiveTurn> ended = List.of();

	private long offset;

	private long played;

	private long now;

	private long count;

	private volatile long length;

	/**
	 * Create turns.
	 * @param past what was said before
	 * @param history is told of them
	 * @param limits how much of them is held
	 */
	LiveTurns(LivePast past, LiveHistory history, ConversationLimits limits) {
		this.history = history;
		this.limits = limits;
		this.base = lastItem(history.conversation());
		this.count = past.lastNumber();
		List<LiveTurn> before = past.turns();
		this.ended = List.copyOf(newest(before, before.stream().mapToInt((turn) -> turn.text().length()).sum()));
	}

	private static @Nullable String lastItem(Conversation conversation) {
		List<Item> items = conversation.items();
		return items.isEmpty() ? null : items.get(items.size() - 1).id();
	}

	/**
	 * Return the turns that have ended, in the order in which they began. It is the same
	 * list until another one ends.
	 */
	List<LiveTurn> ended() {
		return this.ended;
	}

	/**
	 * Return how much the turns that have ended hold, in bytes.
	 */
	long heldSize() {
		return this.length * BYTES_PER_CHARACTER;
	}

	/**
	 * A session of the server begins, whose times begin with it.
	 */
	void begin() {
		endAll();
		this.offset = this.now;
		this.played = this.now;
	}

	/**
	 * Take a piece of what somebody says.
	 * @param role who says it
	 * @param delta the piece
	 * @param startMs when it began, or {@code null} if not said
	 * @param endMs when it ended, or {@code null} if not said
	 */
	void hear(LiveRole role, String delta, @Nullable Long startMs, @Nullable Long endMs) {
		long start = (startMs != null) ? this.offset + startMs : this.now;
		long end = Math.max(start, (endMs != null) ? this.offset + endMs : start);
		OpenTurn turn = this.open.get(role);
		if (turn != null && (isSeparated(turn, start) || turn.length() >= MAX_LENGTH)) {
			end(turn);
			turn = null;
		}
		if (turn == null) {
			if (delta.isBlank()) {
				return;
			}
			turn = begin(role, start);
		}
		this.now = Math.max(this.now, end);
		turn.add(delta, end, this.now);
		this.history.onWords(turn.id(), role, delta);
	}

	private OpenTurn begin(LiveRole role, long start) {
		OpenTurn other = other(this.open, role);
		if (other != null && other.end() + SEPARATION <= start) {
			end(other);
		}
		OpenTurn before = this.last.get(role);
		boolean isolated = before == null || before.end() + ISOLATION <= start;
		OpenTurn turn = new OpenTurn(LivePast.turnId(++this.count), role, start, isolated);
		this.history.onBegin(turn.id(), role, before(start));
		this.open.put(role, turn);
		remember(turn);
		return turn;
	}

	// Of two that began at once the later one is nearer
	private void remember(OpenTurn turn) {
		this.last.remove(turn.role());
		this.last.put(turn.role(), turn);
	}

	/**
	 * Take a message that the user wrote, which is a turn of its own.
	 */
	void write(String text) {
		OpenTurn speaking = this.open.get(LiveRole.ASSISTANT);
		if (speaking != null) {
			end(speaking);
		}
		OpenTurn turn = new OpenTurn(LivePast.turnId(++this.count), LiveRole.USER, this.now, false);
		this.history.onBegin(turn.id(), LiveRole.USER, before(this.now));
		remember(turn);
		turn.add(text, this.now, this.now);
		this.history.onWords(turn.id(), LiveRole.USER, text);
		add(turn.ended());
	}

	private @Nullable String before(long start) {
		OpenTurn nearest = null;
		for (OpenTurn turn : this.last.values()) {
			if (turn.start() <= start && (nearest == null || turn.start() >= nearest.start())) {
				nearest = turn;
			}
		}
		return (nearest != null) ? nearest.id() : this.base;
	}

	private boolean isSeparated(OpenTurn turn, long start) {
		long pause = start - turn.end();
		if (pause < SEPARATION || pause >= silenceOf(turn.role())) {
			return pause >= SEPARATION;
		}
		OpenTurn other = other(this.last, turn.role());
		return other != null && other.end() > turn.end() && (other.start() >= turn.end() || !isInBetween(other));
	}

	private static boolean isInBetween(OpenTurn turn) {
		return turn.isIsolated() && turn.end() - turn.start() <= BACKCHANNEL;
	}

	private static long silenceOf(LiveRole role) {
		return LiveRole.USER.equals(role) ? USER_SILENCE : ASSISTANT_SILENCE;
	}

	private static @Nullable OpenTurn other(Map<LiveRole, OpenTurn> turns, LiveRole role) {
		return turns.values().stream().filter((turn) -> !turn.role().equals(role)).findFirst().orElse(null);
	}

	/**
	 * Time passes.
	 * @param millis how long the output is that came
	 * @param endMs when it ends, or {@code null} if not said
	 */
	void pass(long millis, @Nullable Long endMs) {
		this.played = (endMs != null) ? this.offset + endMs : this.played + millis;
		this.now = Math.max(this.now, this.played);
		if (!this.open.isEmpty()) {
			List.copyOf(this.open.values())
				.stream()
				.filter((turn) -> this.now >= turn.heardAt() + silenceOf(turn.role()))
				.forEach(this::end);
		}
	}

	/**
	 * End what is being said.
	 */
	void endAll() {
		List.copyOf(this.open.values()).forEach(this::end);
	}

	private void end(OpenTurn turn) {
		this.open.remove(turn.role());
		add(turn.ended());
	}

	private void add(LiveTurn whole) {
		List<LiveTurn> all = new ArrayList<>(this.ended);
		int place = all.size();
		while (place > 0 && all.get(place - 1).startMs() > whole.startMs()) {
			place--;
		}
		all.add(place, whole);
		this.ended = List.copyOf(newest(all, whole.text().length()));
		this.history.onEnd(whole);
	}

	private List<LiveTurn> newest(List<LiveTurn> all, int added) {
		int most = Math.min(MAX_TURNS, this.limits.maxItems());
		long size = this.length + added;
		int first = 0;
		while (first < all.size() - 1
				&& (all.size() - first > most || size * BYTES_PER_CHARACTER > this.limits.maxSize())) {
			size -= all.get(first++).text().length();
		}
		this.length = size;
		return all.subList(first, all.size());
	}

	/**
	 * Return the words up to a moment: all of both sides, in the order of turns.
	 * @param offsetMs the moment in the time of the session of the server, or
	 * {@code null} for now
	 */
	List<LiveTurn> until(@Nullable Long offsetMs) {
		long moment = (offsetMs != null) ? this.offset + offsetMs : Long.MAX_VALUE;
		List<LiveTurn> all = new ArrayList<>(this.ended);
		this.open.values().stream().map(OpenTurn::ended).forEach(all::add);
		all.removeIf((turn) -> turn.startMs() > moment);
		all.sort((one, two) -> Long.compare(one.startMs(), two.startMs()));
		return List.copyOf(all);
	}

}
