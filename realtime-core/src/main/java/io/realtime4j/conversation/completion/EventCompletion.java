package io.realtime4j.conversation.completion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.realtime4j.conversation.completion.ToldItem.Kind;
import io.realtime4j.event.server.ResponseCreated;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseFunctionCallArgumentsDone;
import io.realtime4j.event.server.ResponseOutputItemAdded;
import io.realtime4j.event.server.ResponseOutputItemDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.TranscriptionSessionCreated;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.response.Response;
import io.realtime4j.model.response.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Internal completion of the events of servers that send less than others: missing ids
 * are filled in, and responses and items that were not announced are announced. Events of
 * a server that sends everything are not changed.
 * <p>
 * Not thread-safe: each session has one of its own.
 *
 * @since 0.1.0
 */
public final class EventCompletion {

	private final MadeIds ids = new MadeIds();

	private final ToldResponses responses = new ToldResponses();

	private final ToldItems items = new ToldItems();

	private final SpokenCompletion spoken;

	private final Predicate<String> beside;

	private final Supplier<List<Item>> ofApplication;

	/**
	 * Create a completion.
	 * @param beside whether the response with an id is known to stand beside the
	 * conversation, whatever the server says
	 * @param ofApplication returns the items that the application created and that the
	 * server has not told of, oldest first
	 */
	public EventCompletion(Predicate<String> beside, Supplier<List<Item>> ofApplication) {
		this.beside = beside;
		this.ofApplication = ofApplication;
		this.spoken = new SpokenCompletion(this.ids, this.items, ofApplication);
	}

	/**
	 * Return whether the server has announced an item over this connection.
	 * @return whether it announces items
	 */
	public boolean isAnnouncing() {
		return this.items.isAnnouncing();
	}

	/**
	 * Complete an event.
	 * @param event the event as the server said it
	 * @return what is to be taken note of before it, and as the last one the event itself
	 * with all of its ids
	 */
	public List<ServerEvent> complete(ServerEvent event) {
		List<ServerEvent> said = new ArrayList<>(1);
		said.add(whole(event, said));
		return said;
	}

	private ServerEvent whole(ServerEvent event, List<ServerEvent> said) {
		PartIds part = PartIds.of(event);
		if (part != null) {
			return part(event, part, said);
		}
		if (event instanceof ResponseOutputItemAdded added) {
			return added(added, said);
		}
		if (event instanceof ResponseOutputItemDone done) {
			return done(done, said);
		}
		if (event instanceof ResponseCreated created) {
			return created(created, said);
		}
		if (event instanceof ResponseDone done) {
			return done(done, said);
		}
		if (event instanceof SessionCreated || event instanceof TranscriptionSessionCreated) {
			this.responses.reset();
			this.items.reset();
			this.spoken.reset();
		}
		return this.spoken.whole(event, this.responses, said);
	}

	private ServerEvent part(ServerEvent event, PartIds part, List<ServerEvent> said) {
		ToldResponse response = responseOf(part.responseId(), part.itemId(), part.kind(), said);
		if (response == null) {
			return event;
		}
		ToldItem told = (part.itemId() == null) ? response.find(part.kind(), part.outputIndex()) : null;
		String itemId = (part.itemId() != null) ? part.itemId() : (told != null) ? told.id() : this.ids.next();
		ToldItem item = response.item(itemId, part.kind(), part.outputIndex());
		itemId = item.id();
		String callId = (part.callId() != null) ? part.callId() : item.callId();
		if (event instanceof ResponseFunctionCallArgumentsDone done) {
			item.complete(callId, done.name(), done.arguments());
		}
		announce(response, item, said);
		return part.complete(event, new PartIds(response.id(), itemId, callId, part.outputIndex(), part.kind()));
	}

	private ServerEvent added(ResponseOutputItemAdded event, List<ServerEvent> said) {
		ToldResponse response = responseOf(event.responseId(), event.item().id(), Kind.of(event.item()), said);
		if (response == null) {
			return event;
		}
		Item item = (event.item().id() != null) ? event.item() : NamedItems.withId(event.item(), this.ids.next());
		note(response, item, event.outputIndex(), false);
		return new ResponseOutputItemAdded(event.eventId(), response.id(), event.outputIndex(), item);
	}

	private ServerEvent done(ResponseOutputItemDone event, List<ServerEvent> said) {
		ToldResponse response = responseOf(event.responseId(), event.item().id(), Kind.of(event.item()), said);
		if (response == null) {
			return event;
		}
		Item item = identified(response, event.item(), event.outputIndex());
		ToldItem told = note(response, item, event.outputIndex(), true);
		if (told != null) {
			announce(response, told, said);
			item = NamedItems.withId(item, told.id());
		}
		return new ResponseOutputItemDone(event.eventId(), response.id(), event.outputIndex(), item);
	}

	private static @Nullable ToldItem note(ToldResponse response, Item item, long outputIndex, boolean done) {
		if (item.id() == null) {
			return null;
		}
		ToldItem told = response.item(item.id(), Kind.of(item), outputIndex);
		told.tell(NamedItems.withId(item, told.id()), done);
		return told;
	}

	// An item without an id is the one that is there and not done
	private Item identified(ToldResponse response, Item item, long outputIndex) {
		if (item.id() != null) {
			return item;
		}
		String callId = (item instanceof FunctionCall call) ? call.callId() : null;
		ToldItem told = (callId != null) ? response.last((other) -> callId.equals(other.callId())) : null;
		told = (told != null) ? told : response.find(Kind.of(item), outputIndex);
		return NamedItems.withId(item, (told != null) ? told.id() : this.ids.next());
	}

	private void announce(ToldResponse response, ToldItem told, List<ServerEvent> said) {
		if (!this.items.isKnown(told.id()) && !isBeside(response)) {
			Item item = told.announced();
			if (item != null) {
				this.items.announce(item, null, said);
			}
		}
	}

	private boolean isBeside(ToldResponse response) {
		return response.isBeside() || this.beside.test(response.id());
	}

	// Nothing more is made of a response that has ended
	private @Nullable ToldResponse responseOf(@Nullable String id, @Nullable String itemId, Kind kind,
			List<ServerEvent> said) {
		ToldResponse known = (id != null) ? this.responses.named(id) : this.responses.current(itemId);
		boolean late = this.responses.isEnded(id) || (id == null && (this.items.isKnown(itemId) || kind == Kind.OTHER));
		if (known != null || late) {
			return known;
		}
		return begin((id != null) ? id : this.ids.next(), null, said);
	}

	private ToldResponse begin(String id, @Nullable Response told, List<ServerEvent> said) {
		announceCreated(said);
		ToldResponse begun = this.responses.begin(id, told);
		said.add(new ResponseCreated(null, (told != null) ? begun(id, told) : unknown(id)));
		return begun;
	}

	// A server that tells of no items has taken what the response answers
	private void announceCreated(List<ServerEvent> said) {
		if (!this.items.isAnnouncing()) {
			this.ofApplication.get()
				.forEach((item) -> this.items
					.announce((item.id() != null) ? item : NamedItems.withId(item, this.ids.next()), null, said));
		}
	}

	private static Response begun(String id, Response told) {
		return new Response(id, told.object(), ResponseStatus.IN_PROGRESS, null, List.of(), told.metadata(),
				told.audio(), null, told.conversationId(), told.outputModalities(), told.maxOutputTokens(),
				told.maxResponseOutputTokens(), told.temperature(), Map.of());
	}

	private Response unknown(String id) {
		return new Response(id, null, ResponseStatus.IN_PROGRESS, null, List.of(), null, null, null,
				this.responses.conversationId(), null, null, null, null, Map.of());
	}

	private ServerEvent created(ResponseCreated event, List<ServerEvent> said) {
		announceCreated(said);
		Response response = event.response();
		String id = (response.id() != null) ? response.id() : this.ids.next();
		this.responses.begin(id, response);
		return (response.id() != null) ? event : new ResponseCreated(event.eventId(), withId(response, id, null));
	}

	private ServerEvent done(ResponseDone event, List<ServerEvent> said) {
		Response response = event.response();
		if (this.responses.isEnded(response.id())) {
			return event;
		}
		ToldResponse told = (response.id() != null) ? this.responses.named(response.id())
				: this.responses.current(null);
		if (told == null) {
			told = begin((response.id() != null) ? response.id() : this.ids.next(), response, said);
		}
		List<Item> output = output(told, response, said);
		this.responses.end(told);
		boolean same = told.id().equals(response.id()) && Objects.equals(output, response.output());
		return same ? event : new ResponseDone(event.eventId(), withId(response, told.id(), output));
	}

	private @Nullable List<Item> output(ToldResponse told, Response response, List<ServerEvent> said) {
		List<Item> output = new ArrayList<>();
		Map<Kind, Integer> places = new EnumMap<>(Kind.class);
		for (Item named : (response.output() != null) ? response.output() : List.<Item>of()) {
			Kind kind = Kind.of(named);
			ToldItem there = there(told, named, places.merge(kind, 1, Integer::sum) - 1);
			Item item = (named.id() != null) ? named
					: NamedItems.withId(named, (there != null) ? there.id() : this.ids.next());
			// Not every server keeps to the id that an item had in its parts
			boolean another = there != null && !there.id().equals(item.id());
			ToldItem noted = another ? null : note(told, item, output.size(), true);
			if (noted != null) {
				announce(told, noted, said);
			}
			output.add(item);
		}
		finish(told, response, said);
		return (response.output() != null) ? output : null;
	}

	// What was told of an item that stands in the output of a response
	private static @Nullable ToldItem there(ToldResponse told, Item item, int place) {
		if (item.id() != null && told.has(item.id())) {
			return null;
		}
		String callId = (item instanceof FunctionCall call) ? call.callId() : null;
		ToldItem same = (callId != null) ? told.last((other) -> callId.equals(other.callId())) : null;
		ToldItem there = told.get(Kind.of(item), place);
		return (same != null) ? same : (there != null && there.isLike(item)) ? there : null;
	}

	// The end of a response ends what was begun in it
	private void finish(ToldResponse told, Response response, List<ServerEvent> said) {
		boolean complete = response.status() == null || ResponseStatus.COMPLETED.equals(response.status());
		for (ToldItem open : told.open()) {
			Item item = open.ended(complete);
			if (item != null) {
				said.add(new ResponseOutputItemDone(null, told.id(), open.outputIndex(), item));
			}
		}
	}

	private static Response withId(Response response, String id, @Nullable List<Item> output) {
		return new Response(id, response.object(), response.status(), response.statusDetails(),
				(output != null) ? output : response.output(), response.metadata(), response.audio(), response.usage(),
				response.conversationId(), response.outputModalities(), response.maxOutputTokens(),
				response.maxResponseOutputTokens(), response.temperature(), response.extra());
	}

}
