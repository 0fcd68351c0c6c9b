package io.realtime4j.spring.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.realtime4j.spring.sip.SipCallStore;
import io.realtime4j.store.ConversationHeader;
import io.realtime4j.store.ConversationWrite;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JdbcSipCallStore}.
 */
class JdbcSipCallStoreTests {

	private static final Instant TIME = Instant.parse("2026-01-01T12:00:00.123Z");

	private final JdbcConnectionPool database = JdbcConnectionPool
		.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

	private final JdbcConversationStore conversations = new JdbcConversationStore(this.database,
			Duration.ofSeconds(30));

	private final SipCallStore calls = new JdbcSipCallStore(this.database, Duration.ofSeconds(30));

	@BeforeEach
	void prepare() {
		new ResourceDatabasePopulator(new ClassPathResource("schema-h2.sql", JdbcSipCallStore.class))
			.execute(this.database);
	}

	@AfterEach
	void close() {
		this.database.dispose();
	}

	private void write(String id, Instant updatedAt, @Nullable Instant endedAt) {
		this.conversations.write(new ConversationWrite(
				new ConversationHeader(id, null, 3, TIME, updatedAt, endedAt, "{}"), true, List.of(), List.of()));
	}

	@Test
	void callWhoseConversationWasNotWrittenIsSilent() {
		write("rts_1", TIME, null);
		this.calls.add("rtc_1", "realtime", "rts_1", TIME.minusSeconds(60));
		assertThat(this.calls.silent("realtime", TIME, 10)).isEmpty();
		assertThat(this.calls.silent("realtime", TIME.plusMillis(1), 10))
			.containsExactly(new SipCallStore.SilentCall("rtc_1", "rts_1", 3L, TIME, false));
	}

	@Test
	void callWhoseConversationHasEndedIsReleasedAtOnce() {
		write("rts_1", TIME, TIME);
		this.calls.add("rtc_1", "realtime", "rts_1", TIME);
		assertThat(this.calls.silent("realtime", TIME.minusSeconds(60), 10))
			.containsExactly(new SipCallStore.SilentCall("rtc_1", "rts_1", 3L, TIME, true));
	}

	@Test
	void callWithoutConversationHasNoOwner() {
		this.calls.add("rtc_1", "realtime", "rts_1", TIME);
		assertThat(this.calls.silent("realtime", TIME, 10)).isEmpty();
		assertThat(this.calls.silent("realtime", TIME.plusMillis(1), 10))
			.containsExactly(new SipCallStore.SilentCall("rtc_1", "rts_1", null, TIME, false));
	}

	@Test
	void callsThatWereSilentForLongestAreFirst() {
		for (int i = 0; i < 3; i++) {
			write("rts_" + i, TIME.minusSeconds(i), null);
			this.calls.add("rtc_" + i, "realtime", "rts_" + i, TIME);
		}
		assertThat(this.calls.silent("realtime", TIME.plusSeconds(1), 2)).extracting(SipCallStore.SilentCall::callId)
			.containsExactly("rtc_2", "rtc_1");
	}

	@Test
	void callsOfTheOtherFamilyTakeNoPlaces() {
		for (int i = 0; i < 3; i++) {
			write("rts_" + i, TIME.minusSeconds(i), null);
			this.calls.add("call_" + i, (i > 0) ? "live" : "realtime", "rts_" + i, TIME);
		}
		assertThat(this.calls.silent("realtime", TIME.plusSeconds(1), 1)).extracting(SipCallStore.SilentCall::callId)
			.containsExactly("call_0");
		assertThat(this.calls.silent("live", TIME.plusSeconds(1), 10)).extracting(SipCallStore.SilentCall::callId)
			.containsExactly("call_2", "call_1");
	}

	@Test
	void addingAndRemovingTwiceIsDoingItOnce() {
		write("rts_1", TIME, null);
		this.calls.add("rtc_1", "realtime", "rts_0", TIME);
		this.calls.add("rtc_1", "realtime", "rts_1", TIME);
		assertThat(this.calls.silent("realtime", TIME.plusSeconds(1), 10))
			.extracting(SipCallStore.SilentCall::conversationId)
			.containsExactly("rts_1");
		this.calls.remove("rtc_1");
		this.calls.remove("rtc_1");
		assertThat(this.calls.silent("realtime", TIME.plusSeconds(1), 10)).isEmpty();
	}

}
