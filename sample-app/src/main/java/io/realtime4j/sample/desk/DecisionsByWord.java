package io.realtime4j.sample.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

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

	private final Map<ToolApproval, Runnable> open = new ConcurrentHashMap<>();

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
		Set<String> earlier = latest(session).stream().map(ConversationEntry::itemId).collect(Collectors.toSet());
		this.open.put(approval,
				session.on(RealtimeMessage.class,
						(any) -> latest(session).stream()
							.filter((entry) -> !earlier.contains(entry.itemId()))
							.forEach((entry) -> decide(approval, entry))));
		if (approval.decision() != null) {
			forget(approval);
		}
	}

	@EventListener
	void on(ToolApprovalDecided event) {
		forget(event.approval());
	}

	private void forget(ToolApproval approval) {
		Runnable end = this.open.remove(approval);
		if (end != null) {
			end.run();
		}
	}

	private static void decide(ToolApproval approval, ConversationEntry entry) {
		if (entry instanceof MessageEntry message && message.settled() && Role.USER.equals(message.role())) {
			String words = words(message.text());
			if (YES.contains(words)) {
				approval.approve();
			}
			else if (NO.contains(words)) {
				approval.reject("The guest said no.");
			}
		}
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

}
