package io.realtime4j.spring.logging;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.realtime4j.live.session.LiveSession;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.usage.Cost;
import io.realtime4j.usage.SessionUsage;
import io.realtime4j.usage.UsageSum;
import org.jspecify.annotations.Nullable;

/**
 * Writes how long a session lasted, and what it used, for the line about its end.
 */
final class SessionFigures {

	private static final double MILLIS_OF_SECOND = 1000;

	private SessionFigures() {
	}

	/**
	 * Return the figures of a session that has ended.
	 * @param session the session
	 * @return the figures, empty if it never began or has begun anew
	 */
	static String of(VoiceSession session) {
		VoiceSession.Statistics statistics = session.statistics();
		if (statistics.startedAt() == null || statistics.endedAt() == null) {
			return "";
		}
		List<String> figures = new ArrayList<>();
		figures.add("seconds=" + seconds(statistics.age().toMillis() / MILLIS_OF_SECOND));
		figures.add("reconnects=" + statistics.reconnects());
		if (session instanceof RealtimeSession realtime) {
			addUsage(realtime, figures);
		}
		else if (session instanceof LiveSession live && live.usage().seconds() != null) {
			figures.add("activeSeconds=" + seconds(live.usage().seconds()));
			addCost(SessionUsage.find(session), figures);
		}
		return " [" + String.join(", ", figures) + "]";
	}

	private static void addUsage(RealtimeSession session, List<String> figures) {
		SessionUsage usage = SessionUsage.find(session);
		if (usage == null) {
			return;
		}
		UsageSum all = usage.totals().all();
		figures.add("responses=" + usage.totals().responses().count());
		figures.add("inputTokens=" + all.usage().input().total());
		figures.add("outputTokens=" + all.usage().output().total());
		addCost(usage, figures);
	}

	private static void addCost(@Nullable SessionUsage usage, List<String> figures) {
		Cost cost = (usage != null) ? usage.totals().all().cost() : null;
		BigDecimal amount = (cost != null) ? cost.amount() : null;
		if (cost != null && amount != null) {
			figures.add("cost=" + amount.stripTrailingZeros().toPlainString() + " " + cost.currency());
		}
	}

	private static String seconds(double seconds) {
		return String.format(Locale.ROOT, "%.1f", seconds);
	}

}
