package io.realtime4j.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ItemSnapshot;
import io.realtime4j.usage.SessionUsage;
import io.realtime4j.usage.UsageTotals;
import org.jspecify.annotations.Nullable;

/**
 * Puts what has changed in the conversation of one session into words for the store. One
 * thread at a time writes.
 */
final class ConversationScribe {

	/**
	 * The longest item that is stored, in characters.
	 */
	static final int MAX_LENGTH = 1_000_000;

	private final Map<String, String> notes = new ConcurrentHashMap<>();

	private final RecordedSession session;

	private final RecorderSettings settings;

	private final @Nullable SessionUsage usage;

	private final ConversationJournal journal;

	private final ConversationHeader start;

	private volatile boolean begun;

	private String details = "";

	private @Nullable Instant endedAt;

	private volatile @Nullable State last;

	private ConversationScribe(RecordedSession session, RecorderSettings settings, @Nullable Continuation continuation,
			ConversationHeader start) {
		this.session = session;
		this.settings = settings;
		this.usage = SessionUsage.find(session.session());
		this.journal = new ConversationJournal(continuation);
		this.start = start;
		this.begun = continuation != null;
		if (continuation != null) {
			this.notes.putAll(RecordFormat.details(start.details()).notes());
		}
	}

	static ConversationScribe of(RecordedSession session, RecorderSettings settings) {
		Continuation continuation = session.session().feature(Continuation.class);
		if (continuation != null && continuation.take()) {
			return new ConversationScribe(session, settings, continuation, continuation.header());
		}
		Instant now = settings.clock().instant();
		return new ConversationScribe(session, settings, null,
				new ConversationHeader(session.session().id(), user(session, settings), 1, now, now, null, ""));
	}

	private static @Nullable String user(RecordedSession session, RecorderSettings settings) {
		StoreOptions options = session.session().feature(StoreOptions.class);
		String user = (options != null && options.user() != null) ? options.user()
				: settings.user().apply(session.session());
		return (user != null) ? StoredNames.user(user) : null;
	}

	String conversationId() {
		return this.start.id();
	}

	void note(String name, @Nullable String text) {
		if (text != null) {
			this.notes.put(name, text);
		}
		else {
			this.notes.remove(name);
		}
	}

	/**
	 * Return whether the store has the conversation.
	 */
	boolean isBegun() {
		return this.begun;
	}

	/**
	 * Keep what the session says of itself: it has ended.
	 */
	void keepLast() {
		this.last = state();
	}

	private State state() {
		State kept = this.last;
		return (kept != null) ? kept : new State(this.session.conversation().get(), this.session.settings().get());
	}

	/**
	 * Write what has changed.
	 * @param letGo items that the session has let go since, for want of room
	 * @param ended when the session ended, or {@code null}
	 * @param forced whether to write if nothing has changed
	 * @return what could not be written for ever, or {@code null} if there was nothing to
	 * write
	 */
	@Nullable List<ItemNotStored> write(Collection<ItemSnapshot> letGo, @Nullable Instant ended, boolean forced) {
		// Before the conversation, which then has all that was used for it
		UsageTotals totals = (this.usage != null) ? this.usage.totals() : null;
		State state = state();
		ConversationJournal.Changes changes = this.journal.changes(state.conversation(), letGo);
		String now = RecordFormat.details(new ConversationDetails(state.settings(), totals, this.notes));
		boolean same = changes.isEmpty() && now.equals(this.details) && Objects.equals(ended, this.endedAt);
		if (same && !forced) {
			return null;
		}
		List<ItemNotStored> tooLong = new ArrayList<>();
		List<ItemRecord> items = records(changes, tooLong);
		this.settings.store().write(new ConversationWrite(header(now, ended), !this.begun, items, removed(changes)));
		this.begun = true;
		this.details = now;
		this.endedAt = ended;
		this.journal.written(changes);
		return tooLong;
	}

	private List<ItemRecord> records(ConversationJournal.Changes changes, List<ItemNotStored> tooLong) {
		List<ItemRecord> items = new ArrayList<>();
		changes.items().forEach((placed) -> {
			String id = placed.item().id();
			String json = RecordFormat.item(placed.item());
			if (json.length() <= MAX_LENGTH) {
				items.add(new ItemRecord(StoredNames.item(id), placed.position(), json));
			}
			else {
				tooLong.add(new ItemNotStored(conversationId(), id, json.length()));
			}
		});
		return items;
	}

	// An item that was restored may be stored by the id that it has now
	private static List<String> removed(ConversationJournal.Changes changes) {
		Set<String> kept = new HashSet<>();
		changes.items().forEach((placed) -> kept.add(StoredNames.item(placed.item().id())));
		return changes.removed().stream().map(StoredNames::item).filter((id) -> !kept.contains(id)).toList();
	}

	private ConversationHeader header(String text, @Nullable Instant ended) {
		return new ConversationHeader(this.start.id(), this.start.user(), this.start.owner(), this.start.startedAt(),
				this.settings.clock().instant(), ended, text);
	}

	/**
	 * State that a session tells of itself.
	 *
	 * @param conversation what was said
	 * @param settings the essentials of its settings
	 */
	private record State(Conversation conversation, @Nullable StoredSettings settings) {

	}

}
