package io.realtime4j.spring.store.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import io.realtime4j.store.ClaimedConversation;
import io.realtime4j.store.ConversationHeader;
import io.realtime4j.store.ConversationNotOwnedException;
import io.realtime4j.store.ConversationStore;
import io.realtime4j.store.ConversationWrite;
import io.realtime4j.store.ItemRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What every {@link ConversationStore} does, whatever it stands on.
 */
abstract class ConversationStoreContract {

	private static final Instant START = Instant.parse("2026-01-01T12:00:00.123Z");

	private final String id = "rts_" + UUID.randomUUID().toString().replace("-", "");

	private final String user = "user " + UUID.randomUUID();

	/**
	 * Return the store, which may be that of other tests too.
	 */
	abstract ConversationStore store();

	@Test
	void whatIsWrittenIsRead() {
		ConversationHeader header = new ConversationHeader(this.id, this.user, 1, START, START.plusMillis(5),
				START.plusMillis(9), "{\"version\":1,\"notes\":{\"a\":\"é \uD83D\uDE00 '\\\" \\\\ %_\"}}");
		store().write(new ConversationWrite(header, true, List.of(item("a", 10), item("b", -20)), List.of()));
		assertThat(store().find(this.id)).isEqualTo(header);
		assertThat(store().items(this.id)).containsExactly(item("b", -20), item("a", 10));
	}

	@Test
	void whatIsNotThereIsNotFound() {
		assertThat(store().find(this.id)).isNull();
		assertThat(store().items(this.id)).isEmpty();
		assertThat(store().findByUser(this.user, 10)).isEmpty();
		assertThat(claim(1)).isFalse();
		assertThat(store().delete(this.id)).isFalse();
		assertThat(store().deleteByUser(this.user)).isZero();
	}

	@Test
	void userAndEndMayBeUnknown() {
		ConversationHeader header = new ConversationHeader(this.id, null, 1, START, START, null, "{}");
		store().write(new ConversationWrite(header, true, List.of(), List.of()));
		assertThat(store().find(this.id)).isEqualTo(header);
	}

	@Test
	void itemsAreAddedReplacedAndRemoved() {
		write(true, 1, List.of(item("a", 1), item("b", 2), item("c", 3)), List.of());
		ItemRecord changed = new ItemRecord("b", 9, "{\"version\":1,\"changed\":true}");
		write(false, 1, List.of(changed, item("d", 4)), List.of("a", "never"));
		assertThat(store().items(this.id)).containsExactly(item("c", 3), item("d", 4), changed);
	}

	@Test
	void itemsOfOthersAreNotTouched() {
		write(true, 1, List.of(item("a", 1)), List.of());
		String other = this.id + "_2";
		store().write(new ConversationWrite(header(other, 1), true, List.of(item("a", 7)), List.of()));
		store().write(new ConversationWrite(header(other, 1), false, List.of(), List.of("a")));
		assertThat(store().items(this.id)).containsExactly(item("a", 1));
		assertThat(store().delete(other)).isTrue();
		assertThat(store().items(this.id)).containsExactly(item("a", 1));
	}

	@Test
	void writingTwiceIsWritingOnce() {
		for (int i = 0; i < 2; i++) {
			write(true, 1, List.of(item("a", 1), item("b", 2)), List.of("c"));
		}
		assertThat(store().items(this.id)).containsExactly(item("a", 1), item("b", 2));
		assertThat(store().findByUser(this.user, 10)).hasSize(1);
	}

	@Test
	void longTextsFit() {
		String text = "{\"version\":1,\"text\":\"" + "ä".repeat(900_000) + "\"}";
		ItemRecord item = new ItemRecord("x".repeat(128), Long.MAX_VALUE, text);
		write(true, 1, List.of(item), List.of());
		assertThat(store().items(this.id)).containsExactly(item);
	}

	@Test
	void firstWriteOfADeletedConversationIsTheOnlyOneThatMakesIt() {
		write(true, 1, List.of(item("a", 1)), List.of());
		assertThat(store().delete(this.id)).isTrue();
		assertThatExceptionOfType(ConversationNotOwnedException.class)
			.isThrownBy(() -> write(false, 1, List.of(item("b", 2)), List.of()))
			.satisfies((ex) -> assertThat(ex.isDeleted()).isTrue());
		assertThat(store().find(this.id)).isNull();
		assertThat(store().items(this.id)).isEmpty();
	}

	@Test
	void ownerThatLostWritesNothing() {
		write(true, 1, List.of(item("a", 1)), List.of());
		assertThat(claim(2)).isFalse();
		assertThat(claim(1)).isTrue();
		assertThat(claim(1)).isFalse();
		ConversationHeader claimed = store().find(this.id);
		assertThat(claimed).isNotNull().extracting(ConversationHeader::owner).isEqualTo(2L);
		for (boolean first : new boolean[] { true, false }) {
			assertThatExceptionOfType(ConversationNotOwnedException.class)
				.isThrownBy(() -> write(first, 1, List.of(item("b", 2)), List.of("a")))
				.satisfies((ex) -> assertThat(ex.isDeleted()).isFalse());
		}
		assertThat(store().items(this.id)).containsExactly(item("a", 1));
		assertThat(store().find(this.id)).isEqualTo(claimed);
		write(false, 2, List.of(item("b", 2)), List.of());
		assertThat(store().items(this.id)).hasSize(2);
	}

	@Test
	void oneOfManyClaims() {
		write(true, 1, List.of(), List.of());
		List<Callable<Boolean>> claims = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			claims.add(() -> claim(1));
		}
		assertThat(together(claims)).containsOnlyOnce(true).hasSize(8);
	}

	@Test
	void whatIsClaimedWhileItIsWrittenIsWrittenWholeOrNotAtAll() {
		write(true, 1, List.of(), List.of());
		List<Callable<Boolean>> actions = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			String number = String.valueOf(i);
			actions.add(() -> {
				try {
					write(false, 1, List.of(item("a" + number, 1), item("b" + number, 2)), List.of());
					return true;
				}
				catch (ConversationNotOwnedException ex) {
					return false;
				}
			});
		}
		actions.add(10, () -> !claim(1));
		long written = together(actions).stream().filter(Boolean::booleanValue).count();
		assertThat(store().items(this.id)).hasSize((int) (2 * written));
		assertThat(store().find(this.id).owner()).isEqualTo(2);
	}

	@Test
	void conversationsOfAUserAreFoundByTheirLastWrite() {
		for (int i = 0; i < 3; i++) {
			ConversationHeader header = new ConversationHeader(this.id + i, this.user, 1, START, START.plusSeconds(i),
					null, "{}");
			store().write(new ConversationWrite(header, true, List.of(item("a", 1)), List.of()));
		}
		assertThat(store().findByUser(this.user, 2)).extracting(ConversationHeader::id)
			.containsExactly(this.id + 2, this.id + 1);
		assertThat(store().deleteByUser(this.user)).isEqualTo(3);
		assertThat(store().findByUser(this.user, 10)).isEmpty();
		assertThat(store().items(this.id + 1)).isEmpty();
	}

	@Test
	void userWhoseNameIsAlmostTheSameIsAnother() {
		write(true, 1, List.of(item("a", 1)), List.of());
		for (String other : List.of(this.user + " ", this.user.toUpperCase(Locale.ROOT))) {
			assertThat(store().findByUser(other, 10)).isEmpty();
			assertThat(store().deleteByUser(other)).isZero();
		}
		assertThat(store().findByUser(this.user, 10)).hasSize(1);
	}

	@Test
	void muchIsWrittenAtOnce() {
		List<ItemRecord> items = IntStream.range(0, 1234).mapToObj((i) -> item("i" + i, i)).toList();
		write(true, 1, items, List.of());
		assertThat(store().items(this.id)).isEqualTo(items);
		write(false, 1, List.of(), items.stream().map(ItemRecord::id).toList());
		assertThat(store().items(this.id)).isEmpty();
	}

	@Test
	void oldConversationsAreDeletedAFewAtATime() {
		// Nobody else writes at such a time
		Instant old = Instant.EPOCH.plusSeconds(1000);
		for (int i = 0; i < 3; i++) {
			ConversationHeader header = new ConversationHeader(this.id + i, this.user, 1, old, old.plusSeconds(i), null,
					"{}");
			store().write(new ConversationWrite(header, true, List.of(item("a", 1)), List.of()));
		}
		write(true, 1, List.of(), List.of());
		Instant time = old.plusSeconds(3);
		assertThat(store().deleteUpdatedBefore(time, 2)).isEqualTo(2);
		assertThat(store().findByUser(this.user, 10)).extracting(ConversationHeader::id)
			.containsExactly(this.id, this.id + 2);
		assertThat(store().deleteUpdatedBefore(time, 2)).isOne();
		assertThat(store().deleteUpdatedBefore(time, 2)).isZero();
	}

	@Test
	void claimReadsWhatIsThereAndChangesTheDetails() {
		write(true, 1, List.of(item("b", 2), item("a", 1)), List.of());
		ClaimedConversation claimed = store().claim(this.id, 1, (details) -> details + " ");
		assertThat(claimed).isNotNull();
		assertThat(claimed.header().details()).isEqualTo("{\"version\":1} ");
		assertThat(claimed.header().owner()).isEqualTo(2);
		assertThat(claimed.items()).containsExactly(item("a", 1), item("b", 2));
		assertThat(store().find(this.id)).isEqualTo(claimed.header());
	}

	@Test
	void ownerKeepsWhatCannotBeReadByOthers() {
		write(true, 1, List.of(item("a", 1)), List.of());
		assertThatIllegalStateException().isThrownBy(() -> store().claim(this.id, 1, (details) -> {
			throw new IllegalStateException("not readable");
		}));
		write(false, 1, List.of(item("b", 2)), List.of());
		assertThat(store().find(this.id).owner()).isOne();
		assertThat(store().items(this.id)).hasSize(2);
	}

	private boolean claim(long owner) {
		return store().claim(this.id, owner, UnaryOperator.identity()) != null;
	}

	private void write(boolean first, long owner, List<ItemRecord> items, List<String> removed) {
		store().write(new ConversationWrite(header(this.id, owner), first, items, removed));
	}

	private ConversationHeader header(String conversation, long owner) {
		return new ConversationHeader(conversation, this.user, owner, START, START, null, "{\"version\":1}");
	}

	private static ItemRecord item(String itemId, long position) {
		return new ItemRecord(itemId, position, "{\"version\":1,\"item\":\"" + itemId + "\"}");
	}

	private static List<@Nullable Boolean> together(List<Callable<Boolean>> actions) {
		ExecutorService executor = Executors.newFixedThreadPool(8);
		try {
			List<@Nullable Boolean> results = new ArrayList<>();
			for (Future<Boolean> future : executor.invokeAll(actions)) {
				results.add(future.get(30, TimeUnit.SECONDS));
			}
			return results;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			executor.shutdownNow();
		}
	}

}
