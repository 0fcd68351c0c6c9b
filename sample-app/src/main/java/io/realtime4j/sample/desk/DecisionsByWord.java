package io.realtime4j.sample.desk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ConversationEntry;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.model.item.Role;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.tool.ToolApproval;
import io.realtime4j.tool.ToolApprovalDecided;
import io.realtime4j.tool.ToolApprovalRequested;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes a yes or a no of the guest, spoken or written, for a decision about what the
 * model wants to do, where the tool allows it. It has to be all that the guest says, and
 * to be said after the question. The model hears it as well.
 */
@Component
public class DecisionsByWord {

	private static final Set<String> TOOLS = Set.of("cancel_booking");

	private static final Set<String> YES = Set.of("yes", "yes please", "yes do it", "yes go ahead", "yeah", "yep",
			"sure", "ok", "okay", "go ahead", "do it", "please do", "allow it");

	private static final Set<String> NO = Set.of("no", "no thanks", "no thank you", "nope", "no keep it", "keep it",
			"dont", "dont do it", "no dont", "do not", "do not do it", "stop", "rather not");

	/**
	 * More is said by nobody between a call and its question.
	 */
	private static final int EARLIER = 50;

	// The oldest first
	private final Map<ToolApproval, Question> open = Collections.synchronizedMap(new LinkedHashMap<>());

	/**
	 * Return which tools take words for a decision.
	 * @return their names
	 */
	public List<String> tools() {
		return TOOLS.stream().sorted().toList();
	}

	@EventListener
	void on(ToolApprovalRequested event) {
		ToolApproval approval = event.approval();
		VoiceSession session = approval.session();
		if (!TOOLS.contains(approval.toolName()) || BridgeConnection.of(session) == null) {
			return;
		}
		Set<String> earlier = ConcurrentHashMap.newKeySet();
		latest(session).forEach((entry) -> earlier.add(entry.itemId()));
		this.open.put(approval, new Question(earlier, session.on(RealtimeMessage.class, (any) -> decide(session))));
		if (approval.decision() != null) {
			forget(approval);
		}
	}

	@EventListener
	void on(ToolApprovalDecided event) {
		forget(event.approval());
	}

	private void forget(ToolApproval approval) {
		Question question = this.open.remove(approval);
		if (question != null) {
			question.end().run();
		}
	}

	// One word answers one question, that which was asked first
	private void decide(VoiceSession session) {
		List<ToolApproval> approvals = openOf(session);
		if (approvals.isEmpty()) {
			return;
		}
		ToolApproval first = approvals.get(0);
		for (ConversationEntry entry : latest(session)) {
			String words = isNew(entry, first) ? wordsOfGuest(entry) : "";
			boolean yes = YES.contains(words);
			if (yes || NO.contains(words)) {
				approvals.forEach((approval) -> use(entry, approval));
				if (yes) {
					first.approve();
				}
				else {
					first.reject("The guest said no.");
				}
				return;
			}
		}
	}

	private List<ToolApproval> openOf(VoiceSession session) {
		synchronized (this.open) {
			return this.open.keySet()
				.stream()
				.filter((approval) -> approval.session().equals(session) && approval.decision() == null)
				.toList();
		}
	}

	private boolean isNew(ConversationEntry entry, ToolApproval approval) {
		Question question = this.open.get(approval);
		return question != null && !question.earlier().contains(entry.itemId());
	}

	private void use(ConversationEntry entry, ToolApproval approval) {
		Question question = this.open.get(approval);
		if (question != null) {
			question.earlier().add(entry.itemId());
		}
	}

	private static String wordsOfGuest(ConversationEntry entry) {
		return (entry instanceof MessageEntry message && message.settled() && Role.USER.equals(message.role()))
				? words(message.text()) : "";
	}

	static String words(String text) {
		return text.toLowerCase(Locale.ROOT).replaceAll("['’]", "").replaceAll("[^\\p{L}]+", " ").strip();
	}

	private static List<? extends ConversationEntry> latest(VoiceSession session) {
		if (session instanceof RealtimeSession realtime) {
			return latest(realtime.conversation());
		}
		return (session instanceof LiveSession live) ? latest(live.conversation()) : List.of();
	}

	private static List<? extends ConversationEntry> latest(Conversation conversation) {
		return conversation.latestEntries(EARLIER);
	}

	/**
	 * Question that is open.
	 *
	 * @param earlier the items that were there before, or have answered another question
	 * @param end ends the listening
	 */
	private record Question(Set<String> earlier, Runnable end) {

	}

}
