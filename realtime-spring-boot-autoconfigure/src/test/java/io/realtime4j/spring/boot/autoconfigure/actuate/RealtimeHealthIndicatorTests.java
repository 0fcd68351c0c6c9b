package io.realtime4j.spring.boot.autoconfigure.actuate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.ConnectionEnded;
import io.realtime4j.session.OpenTimedOut;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.SessionReconnecting;
import io.realtime4j.session.SettingsRefused;
import io.realtime4j.spring.operation.ServiceRecord;
import io.realtime4j.spring.operation.ServiceTraffic;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.HandshakeRefused;
import io.realtime4j.usage.Budget;
import io.realtime4j.usage.ClosedByBudget;
import io.realtime4j.usage.UsageTotals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link RealtimeHealthIndicator} and {@link ServiceTraffic}.
 */
class RealtimeHealthIndicatorTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private Instant now = START;

	private final InstantSource time = () -> this.now;

	private final Clock clock = this.time.withZone(ZoneOffset.UTC);

	private final ServiceTraffic traffic = new ServiceTraffic(this.clock);

	private final RealtimeHealthIndicator indicator = new RealtimeHealthIndicator(this.traffic, Duration.ofMinutes(5),
			this.clock);

	private final RealtimeSession session = mock(RealtimeSession.class);

	@Test
	void healthIsUnknownBeforeAnySessionWasOpened() {
		assertThat(health().getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(health().getDetails()).isEmpty();
		closed(new ClosedByApplication());
		receive("{'type':'rate_limits.updated','rate_limits':[{'name':'tokens','limit':100,'remaining':40}]}");
		assertThat(health().getStatus()).isEqualTo(Status.UNKNOWN);
	}

	@Test
	void sessionThatOpenedIsHealth() {
		opened();
		assertThat(health().getStatus()).isEqualTo(Status.UP);
		assertThat(health().getDetails()).containsExactly(Map.entry("lastOpened", START));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void refusalIsNoHealthUntilASessionOpensAgain(CloseCause cause) {
		opened();
		this.now = START.plusSeconds(10);
		closed(cause);
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(health().getDetails()).containsEntry("lastOpened", START)
			.containsEntry("lastRefusal", new ServiceRecord.Failure(this.now, cause.message()));
		this.now = START.plusSeconds(20);
		this.traffic.onSessionEvent(this.session, new SessionReconnected(0, Duration.ZERO));
		assertThat(health().getStatus()).isEqualTo(Status.UP);
		assertThat(health().getDetails()).containsEntry("lastOpened", this.now).containsKey("lastRefusal");
	}

	static List<CloseCause> refusals() {
		return List.of(ended(new HandshakeRefused(401, null)), ended(new ConnectFailed("refused")),
				new OpenTimedOut(Duration.ofSeconds(20), "session.created"),
				new SettingsRefused(error("server_error", null)),
				new SettingsRefused(error("invalid_request_error", "invalid_api_key")),
				ended(new Closed(3000, "invalid_request_error.invalid_api_key")),
				new ConnectionEnded(new Closed(3000, ""), error("invalid_request_error", "invalid_api_key")));
	}

	@Test
	void settingsThatTheServerRefusesAreNoRefusalOfOtherSessions() {
		opened();
		closed(new SettingsRefused(error("invalid_request_error", "invalid_value")));
		closed(new SettingsRefused(error(null, null)));
		closed(new ConnectionEnded(new Closed(4000, "invalid_request_error.invalid_model"),
				error("invalid_request_error", "invalid_model")));
		assertThat(health().getStatus()).isEqualTo(Status.UP);
		assertThat(health().getDetails()).containsOnlyKeys("lastOpened");
	}

	@Test
	void refusedAttemptToReconnectIsARefusal() {
		opened();
		this.traffic.onSessionEvent(this.session,
				new SessionReconnecting(2, ended(new HandshakeRefused(503, null)), Duration.ofSeconds(1)));
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void connectionThatIsLostIsNoRefusal() {
		opened();
		this.traffic.onSessionEvent(this.session,
				new SessionReconnecting(1, ended(new ConnectionLost("reset")), Duration.ofSeconds(1)));
		closed(ended(new ConnectionLost("reset")));
		assertThat(health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void oldFailureIsForgottenSoThatTrafficMayReturn() {
		closed(ended(new HandshakeRefused(429, Duration.ofSeconds(30))));
		this.now = START.plus(Duration.ofMinutes(5));
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
		this.now = this.now.plusMillis(1);
		assertThat(health().getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(health().getDetails()).containsKey("lastRefusal");
	}

	@Test
	void oldLimitIsForgottenOnceASessionOpenedAfterIt() {
		opened();
		limited();
		this.now = START.plusSeconds(1);
		opened();
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
		this.now = START.plus(Duration.ofMinutes(5)).plusMillis(1);
		assertThat(health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void oldLimitBeforeWhichASessionOpenedLeavesHealthUnknown() {
		opened();
		this.now = START.plusSeconds(1);
		limited();
		this.now = this.now.plus(Duration.ofMinutes(5)).plusMillis(1);
		assertThat(health().getStatus()).isEqualTo(Status.UNKNOWN);
	}

	@Test
	void oldRefusalIsForgottenOnceAResponseWasAnsweredAfterIt() {
		closed(ended(new ConnectFailed("refused")));
		this.now = START.plusSeconds(1);
		receive("{'type':'response.done','response':{'id':'resp_1','status':'completed'}}");
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
		this.now = START.plus(Duration.ofMinutes(5)).plusMillis(1);
		assertThat(health().getStatus()).isEqualTo(Status.UP);
	}

	@ParameterizedTest
	@MethodSource("limits")
	void sessionThatEndsAtALimitTellsThatItIsReached(CloseCause cause) {
		opened();
		closed(cause);
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(health().getDetails()).containsOnlyKeys("lastOpened", "lastLimitReached")
			.containsEntry("lastLimitReached", new ServiceRecord.Failure(START, cause.message()));
	}

	static List<CloseCause> limits() {
		return List.of(ended(new Closed(1000, "insufficient_quota")), ended(new Closed(1000, "account_deactivated")),
				ended(new Closed(1000, "billing_hard_limit_reached")),
				ended(new Closed(4000, "insufficient_quota.insufficient_quota")),
				new ConnectionEnded(new Closed(1000, ""), error("insufficient_quota", null)),
				new ConnectionEnded(new ConnectionLost("reset"), error(null, "rate_limit_exceeded")),
				new SettingsRefused(error(null, "insufficient_quota")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "cancelled", "incomplete", "some_new_status" })
	void responseThatDidNotFailIsAnAnswer(String status) {
		limited();
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
		receive("{'type':'response.done','response':{'id':'resp_2','status':'" + status + "'}}");
		assertThat(health().getStatus()).isEqualTo(Status.UP);
		assertThat(health().getDetails()).containsEntry("lastResponse", START);
	}

	@ParameterizedTest
	@ValueSource(strings = { "'code':'billing_hard_limit_reached'", "'code':'account_deactivated'",
			"'code':'insufficient_quota'", "'type':'insufficient_quota'", "'code':'rate_limit_exceeded'" })
	void accountWithoutQuotaIsNoHealthUntilAResponseCompletes(String error) {
		opened();
		failed(error);
		opened();
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(health().getDetails()).containsKey("lastLimitReached");
		receive("{'type':'response.done','response':{'id':'resp_2','status':'completed'}}");
		assertThat(health().getStatus()).isEqualTo(Status.UP);
		assertThat(health().getDetails()).containsEntry("lastResponse", START);
	}

	@Test
	void responseThatFailsForAnotherReasonChangesNothing() {
		opened();
		failed("'type':'server_error','code':null");
		receive("{'type':'response.done','response':{'id':'resp_2','status':'failed'}}");
		assertThat(health().getStatus()).isEqualTo(Status.UP);
		assertThat(health().getDetails()).containsOnlyKeys("lastOpened");
	}

	@Test
	void budgetThatIsUsedUpIsToldAndIsNoFailure() {
		opened();
		closed(new ClosedByBudget(Budget.unlimited(), UsageTotals.zero(Currency.getInstance("USD"))));
		assertThat(health().getStatus()).isEqualTo(Status.UP);
		assertThat(health().getDetails()).containsEntry("lastBudgetUsedUp", START);
	}

	@Test
	void rateLimitsAreThoseToldOfLastAndTheirNumberIsLimited() {
		List<String> names = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			names.add("{'name':'limit" + i + "','limit':1}");
		}
		receive("{'type':'rate_limits.updated','rate_limits':[{'name':'tokens','limit':100,'remaining':40},"
				+ "{'limit':7}]}");
		receive("{'type':'rate_limits.updated','rate_limits':[" + String.join(",", names) + "]}");
		receive("{'type':'rate_limits.updated','rate_limits':[{'name':'tokens','limit':100,'remaining':39}]}");
		assertThat(this.traffic.latest().rateLimits()).hasSize(16)
			.containsEntry("tokens", new ServiceRecord.ToldLimit(START, 100L, 39L));
		assertThat(health().getDetails()).containsEntry("rateLimits", this.traffic.latest().rateLimits());
	}

	private Health health() {
		return this.indicator.health();
	}

	private void opened() {
		this.traffic.onSessionEvent(this.session, new SessionOpened(null));
	}

	private void closed(CloseCause cause) {
		this.traffic.onSessionEvent(this.session, new SessionClosed(cause));
	}

	private void receive(String text) {
		String json = text.replace('\'', '"');
		this.traffic.onEvent(this.session, RealtimeCodec.create().decodeServerEvent(json), json);
	}

	private void limited() {
		failed("'code':'rate_limit_exceeded'");
	}

	private void failed(String error) {
		receive("{'type':'response.done','response':{'id':'resp_1','status':'failed','status_details':{'type':'failed',"
				+ "'error':{" + error + "}}}}");
	}

	private static RealtimeError error(@Nullable String type, @Nullable String code) {
		return new RealtimeError(type, code, "No.", null, null);
	}

	private static CloseCause ended(ConnectionEnd end) {
		return new ConnectionEnded(end, null);
	}

}
